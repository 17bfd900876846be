import { OutcomeMark } from "#components/finding/outcome-mark.tsx";
import { type Standing, standingNames } from "#lib/views/standing.ts";

const outcomes = {
  in: "pass",
  out: "fail",
  part: "fail",
  unknown: "unknown",
  "not-applicable": "not-applicable",
  "not-eligible": "not-applicable",
} as const satisfies Record<Standing, string>;

/** StandingMark says how a repository stands to a share: a mark and its word. */
export function StandingMark({ standing }: { readonly standing: Standing }) {
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <OutcomeMark outcome={outcomes[standing]} />
      {standingNames[standing]}
    </span>
  );
}
