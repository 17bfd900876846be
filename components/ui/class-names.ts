import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

// The four type sizes are ours, so the merger must be told that `text-lead` is a size and not a colour.
const merge = extendTailwindMerge({ extend: { theme: { text: ["small", "body", "lead", "figure"] } } });

/** cn joins class names; of two Tailwind classes that set the same property the later one wins. */
export function cn(...classes: readonly ClassValue[]): string {
  return merge(clsx(classes));
}
