import { Children, type ComponentProps, cloneElement, isValidElement } from "react";
import { cn } from "./class-names.ts";

const baseClasses =
  "inline-flex shrink-0 items-center justify-center gap-2 whitespace-nowrap rounded-md font-medium text-body transition-colors duration-100 disabled:cursor-default disabled:opacity-60 print:hidden [&_svg]:size-4 [&_svg]:shrink-0";
const variantClasses = {
  primary: "bg-primary text-primary-foreground hover:bg-primary-hover",
  outline: "border border-border bg-card text-foreground hover:border-input hover:bg-muted",
  quiet: "text-muted-foreground hover:bg-muted hover:text-foreground",
} as const;
const sizeClasses = { normal: "h-9 px-3.5", small: "h-8 px-2.5", icon: "size-8" } as const;

export interface ButtonProps extends ComponentProps<"button"> {
  readonly variant?: keyof typeof variantClasses;
  readonly size?: keyof typeof sizeClasses;
  /** Gives the looks to the one child, a link for instance, in place of a button. */
  readonly asChild?: boolean;
}

/** Button is what can be pressed. `primary` is the one action of a page; everything else is `outline` or `quiet`. */
export function Button({
  className,
  variant = "outline",
  size = "normal",
  asChild = false,
  type = "button",
  ...props
}: ButtonProps) {
  const classes = cn(baseClasses, variantClasses[variant], sizeClasses[size], className);
  const [child] = Children.toArray(props.children);
  if (asChild && isValidElement<{ readonly className?: string }>(child)) {
    return cloneElement(child, { className: cn(classes, child.props.className) });
  }
  return <button type={type} className={classes} {...props} />;
}
