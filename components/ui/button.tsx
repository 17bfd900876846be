import { cva, type VariantProps } from "class-variance-authority";
import { Children, type ComponentProps, cloneElement, isValidElement } from "react";
import { cn } from "./class-names.ts";

const buttonClasses = cva(
  "inline-flex shrink-0 items-center justify-center gap-2 whitespace-nowrap rounded-md font-medium text-body transition-colors duration-100 disabled:cursor-default disabled:opacity-60 print:hidden [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary: "bg-primary text-primary-foreground hover:bg-primary-hover",
        outline: "border border-border bg-card text-foreground hover:border-input hover:bg-muted",
        quiet: "text-muted-foreground hover:bg-muted hover:text-foreground",
      },
      size: { normal: "h-9 px-3.5", small: "h-8 px-2.5", icon: "size-8" },
    },
    defaultVariants: { variant: "outline", size: "normal" },
  },
);

export interface ButtonProps extends ComponentProps<"button">, VariantProps<typeof buttonClasses> {
  /** Gives the looks to the one child, a link for instance, in place of a button. */
  readonly asChild?: boolean;
}

/** Button is what can be pressed. `primary` is the one action of a page; everything else is `outline` or `quiet`. */
export function Button({ className, variant, size, asChild = false, type = "button", ...props }: ButtonProps) {
  const classes = cn(buttonClasses({ variant, size }), className);
  const [child] = Children.toArray(props.children);
  if (asChild && isValidElement<{ readonly className?: string }>(child)) {
    return cloneElement(child, { className: cn(classes, child.props.className) });
  }
  return <button type={type} className={classes} {...props} />;
}
