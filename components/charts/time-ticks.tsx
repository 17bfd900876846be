import { cn } from "#components/ui/class-names.ts";
import type { TimeAxis } from "./time-axis.ts";

/** TimeTicks writes the days of an axis under a chart; those at its ends stay within it. */
export function TimeTicks({ axis }: { readonly axis: TimeAxis }) {
  return (
    <div aria-hidden className="absolute inset-x-0 top-full text-muted-foreground text-small">
      {axis.ticks.map(({ day, percent, label }) => (
        <span
          key={day}
          className={cn(
            "absolute top-1.5 whitespace-nowrap",
            percent > 96 ? "-translate-x-full" : percent < 4 ? "" : "-translate-x-1/2",
          )}
          style={{ left: `${percent}%` }}
        >
          {label}
        </span>
      ))}
    </div>
  );
}
