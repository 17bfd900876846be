import { cn } from "#components/ui/class-names.ts";
import type { Outcome } from "#lib/model/finding.ts";

/** MarkedOutcome is an outcome, or a fail that a person has waived. */
export type MarkedOutcome = Outcome | "waived";

/** outcomeWords names each outcome to people. */
export const outcomeWords = {
  pass: "Passes",
  fail: "Fails",
  unknown: "Unknown",
  "not-applicable": "Not applicable",
  waived: "Waived",
} as const satisfies Record<MarkedOutcome, string>;

const colors = {
  pass: "text-pass",
  fail: "text-fail",
  unknown: "text-unknown",
  "not-applicable": "text-muted-foreground",
  waived: "text-waived",
} as const satisfies Record<MarkedOutcome, string>;

export interface OutcomeMarkProps {
  readonly outcome: MarkedOutcome;
  /** The word stands beside the mark already. */
  readonly isDecoration?: boolean;
  readonly className?: string;
}

/**
 * OutcomeMark tells outcomes apart by shape before hue: pass is filled, fail an outline with a mark, unknown hatched,
 * not applicable a dash, waived a dotted outline.
 */
export function OutcomeMark({ outcome, isDecoration = false, className }: OutcomeMarkProps) {
  return (
    <svg
      viewBox="0 0 16 16"
      className={cn("size-4 shrink-0", colors[outcome], className)}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.6}
      strokeLinecap="round"
      role={isDecoration ? "presentation" : "img"}
      aria-label={isDecoration ? undefined : outcomeWords[outcome]}
      aria-hidden={isDecoration}
    >
      {shapes[outcome]}
    </svg>
  );
}

const shapes = {
  pass: (
    <>
      <circle cx={8} cy={8} r={7} fill="currentColor" stroke="none" />
      <path d="M5 8.2l2.1 2.1L11 6.2" stroke="var(--card)" />
    </>
  ),
  fail: (
    <>
      <circle cx={8} cy={8} r={6.2} />
      <path d="M5.9 5.9l4.2 4.2M10.1 5.9l-4.2 4.2" />
    </>
  ),
  unknown: (
    <>
      <circle cx={8} cy={8} r={6.2} strokeWidth={1.2} />
      <path d="M3.6 8.6l5-5M4.2 12l7.8-7.8M7.4 12.8l5.4-5.4" strokeWidth={1.2} />
    </>
  ),
  "not-applicable": <path d="M4.5 8h7" />,
  waived: (
    <>
      <circle cx={8} cy={8} r={6.2} strokeDasharray="0.1 3.15" strokeWidth={2} />
    </>
  ),
} as const satisfies Record<MarkedOutcome, React.ReactNode>;
