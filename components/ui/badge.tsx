import type { ComponentProps } from "react";
import { cn } from "./class-names.ts";

const baseClasses =
  "inline-flex items-center gap-1 whitespace-nowrap rounded-md border px-1.5 font-medium text-small leading-[1.125rem] [&_svg]:size-3";
const toneClasses = {
  neutral: "border-border text-muted-foreground",
  accent: "border-transparent bg-primary-soft text-primary",
  good: "border-transparent bg-pass-soft text-pass",
  bad: "border-fail bg-fail-soft text-fail",
  unknown: "hatched border-unknown text-foreground",
  notice: "border-notice-border bg-notice text-notice-foreground",
} as const;

export interface BadgeProps extends ComponentProps<"span"> {
  readonly tone?: keyof typeof toneClasses;
}

/** Badge is a word beside a name. Its tone only repeats what the word says. */
export function Badge({ className, tone = "neutral", ...props }: BadgeProps) {
  return <span className={cn(baseClasses, toneClasses[tone], className)} {...props} />;
}
