import { cn } from "./class-names.ts";

// As lucide draws them, https://lucide.dev/icons, each in one path.
const lines = {
  book: "M12 5v16M20.001 19A2 2 0 0 0 22 17V5a2 2 0 0 0-1.999-2L16 3.002A5 5 0 0 0 12 5a5 5 0 0 0-4-2H4a2 2 0 0 0-2 2v12a2 2 0 0 0 1.999 2H8a5 5 0 0 1 4 2 5 5 0 0 1 4-2z",
  "chevron-right": "m9 18 6-6-6-6",
  warning: "m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3M12 9v4M12 17h.01",
} as const;

export interface LineMarkProps {
  readonly shape: keyof typeof lines;
  /** What it says to those who do not see it; left out where words beside it say so. */
  readonly label?: string;
  readonly className?: string;
}

/**
 * LineMark is an icon that stands in rows: two elements that the server draws, where lucide's own components make more of
 * them, and each a part of its own in the browser.
 */
export function LineMark({ shape, label, className }: LineMarkProps) {
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
      <path d={lines[shape]} />
    </svg>
  );
}
