import type { ReactNode } from "react";
import { cn } from "./class-names.ts";

export interface ScrollRegionProps {
  /** What scrolls, for readers who do not see it. */
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** ScrollRegion is a part that scrolls by itself and can be reached, and scrolled, by keyboard. */
export function ScrollRegion({ label, className, children }: ScrollRegionProps) {
  return (
    <section
      aria-label={label}
      // Positioned, so that what is positioned inside does not widen the page.
      className={cn("relative", className)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
    >
      {children}
    </section>
  );
}
