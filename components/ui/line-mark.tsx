import { cn } from "./class-names.ts";

export interface LineMarkProps {
  /** One of `lines.ts`. */
  readonly line: string;
  /** What it says to those who do not see it; left out where words beside it say so. */
  readonly label?: string;
  readonly className?: string;
}

/**
 * LineMark is an icon that stands in rows, or in a part that a browser loads: two elements, where lucide's own components
 * make more of them, and bring a part of their own to the browser.
 */
export function LineMark({ line, label, className }: LineMarkProps) {
  return (
    <svg
      viewBox="0 0 24 24"
      className={cn("shrink-0 fill-none stroke-2 stroke-current", className)}
      strokeLinecap="round"
      strokeLinejoin="round"
      role={label === undefined ? "presentation" : "img"}
      aria-label={label}
      aria-hidden={label === undefined}
    >
      <path d={line} />
    </svg>
  );
}
