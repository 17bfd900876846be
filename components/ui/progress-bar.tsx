import { cn } from "./class-names.ts";

/** ProgressPart is one part of what is done; its words and its count are shown beside the bar by whoever places it. */
export interface ProgressPart {
  readonly id: string;
  readonly count: number;
  readonly className: string;
}

export interface ProgressBarProps {
  readonly label: string;
  /** Null while nobody knows how much there is to do. */
  readonly total: number | null;
  readonly parts: readonly ProgressPart[];
  readonly className?: string;
}

/** ProgressBar is one bar that only ever grows. Without a total it is hatched: under way, extent unknown. */
export function ProgressBar({ label, total, parts, className }: ProgressBarProps) {
  const done = parts.reduce((sum, part) => sum + part.count, 0);
  const known = total !== null && total > 0;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      {...(known ? { "aria-valuemax": total, "aria-valuenow": Math.min(done, total) } : {})}
      aria-valuetext={known ? `${done} of ${total}` : "under way"}
      className={cn("flex h-2 overflow-hidden rounded-full bg-muted", known ? "" : "hatched", className)}
    >
      {known
        ? parts
            .filter((part) => part.count > 0)
            .map((part) => (
              <div
                key={part.id}
                className={cn("h-full transition-[width] duration-150", part.className)}
                style={{ width: `${(part.count / total) * 100}%` }}
              />
            ))
        : null}
    </div>
  );
}
