import { cn } from "#components/ui/class-names.ts";

export interface ShareBarProps {
  readonly numerator: number;
  readonly denominator: number;
  /** In the denominator, hatched. */
  readonly unknown: number;
  readonly color?: string;
  /** A mark to compare with, 0 to 1. */
  readonly mark?: number | null;
  readonly className?: string;
}

/** ShareBar is a share as a bar: filled is in, hatched is unknown, open is out. Words stand beside it. */
export function ShareBar({
  numerator,
  denominator,
  unknown,
  color = "var(--primary)",
  mark,
  className,
}: ShareBarProps) {
  const percent = (count: number) => (denominator === 0 ? 0 : (count / denominator) * 100);
  return (
    <div aria-hidden className={cn("relative h-1.5", className)}>
      <div className="flex h-full overflow-hidden rounded-full bg-muted ring-1 ring-border ring-inset">
        <div className="h-full" style={{ width: `${percent(numerator)}%`, background: color }} />
        <div className="hatched h-full" style={{ width: `${percent(unknown)}%` }} />
      </div>
      {mark === undefined || mark === null ? null : (
        <div className="-inset-y-1 absolute w-0.5 -translate-x-1/2 bg-foreground" style={{ left: `${mark * 100}%` }} />
      )}
    </div>
  );
}
