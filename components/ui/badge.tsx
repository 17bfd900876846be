import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "./class-names.ts";

const badgeVariants = cva(
  "inline-flex items-center gap-1 whitespace-nowrap rounded-md border px-1.5 font-medium text-small leading-[1.125rem] [&_svg]:size-3",
  {
    variants: {
      tone: {
        neutral: "border-border text-muted-foreground",
        accent: "border-transparent bg-primary-soft text-primary",
        good: "border-transparent bg-pass-soft text-pass",
        bad: "border-fail bg-fail-soft text-fail",
        unknown: "hatched border-unknown text-foreground",
        notice: "border-notice-border bg-notice text-notice-foreground",
      },
    },
    defaultVariants: { tone: "neutral" },
  },
);

export interface BadgeProps extends ComponentProps<"span">, VariantProps<typeof badgeVariants> {}

/** Badge is a word beside a name. Its tone only repeats what the word says. */
export function Badge({ className, tone, ...props }: BadgeProps) {
  return <span className={cn(badgeVariants({ tone }), className)} {...props} />;
}
