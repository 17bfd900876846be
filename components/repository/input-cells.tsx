import Link from "next/link";
import { OutcomeMark } from "#components/finding/outcome-mark.tsx";
import { PathText } from "#components/ui/path-text.tsx";
import { formatAgeDays } from "#lib/format/format.ts";
import type { Outcome } from "#lib/model/finding.ts";
import { unknownReasonWords } from "#lib/model/observed.ts";
import type { InputItem, VerdictItem } from "#lib/views/repository-parts.ts";

/** updateWords says in a word whether something updates an input by itself. */
export const updateWords = {
  pass: "automatic",
  fail: "out of reach",
  unknown: "unclear",
  "not-applicable": "by hand",
} as const satisfies Record<Outcome, string>;

/** branchWord says in a word where the branch of a Nixpkgs is in its life. */
export function branchWord(branch: InputItem["branch"]): string {
  return branch?.status ?? (branch?.outcome === "pass" ? "maintained" : "unknown");
}

interface VerdictProps {
  readonly verdict: VerdictItem | null;
  readonly word: string;
}

/** Verdict is what a check says of an input in a word, and whole on hover and focus. */
export function Verdict({ verdict, word }: VerdictProps) {
  if (verdict === null) return <span className="text-muted-foreground">–</span>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the whole sentence must be reachable by keyboard
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap" data-hint={verdict.summary} tabIndex={0}>
      <OutcomeMark outcome={verdict.outcome} isDecoration className="size-3.5!" />
      {word}
    </span>
  );
}

/** Drift is how far an input lies behind its branch. */
export function Drift({ days }: { readonly days: InputItem["driftDays"] }) {
  if (days.known) return days.value === 0 ? "up to date" : formatAgeDays(days.value);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the reason must be reachable by keyboard
    <span className="text-muted-foreground" data-hint={`Unknown: ${unknownReasonWords[days.reason]}`} tabIndex={0}>
      unknown
    </span>
  );
}

/** Reference is where an input points, the version that it asks for, and whether it is a flake of the organization itself. */
export function Reference({ row }: { readonly row: InputItem }) {
  if (row.follows !== null) {
    return (
      <span className="text-muted-foreground">
        follows{" "}
        <span className="font-mono text-foreground text-small">
          {row.follows === "" ? "the flake itself" : row.follows}
        </span>
      </span>
    );
  }
  if (row.reference === null) return <span className="text-muted-foreground">cannot be told without evaluating</span>;
  return (
    <>
      <span className="font-mono text-small [overflow-wrap:anywhere]">
        <PathText text={row.reference} />
      </span>
      {row.versionRange === null ? null : (
        <span className="block text-muted-foreground text-small">
          version {row.versionRange}
          {row.resolvedVersion === null ? "" : `, locked to ${row.resolvedVersion}`}
        </span>
      )}
      {row.internal === null ? null : <Internal internal={row.internal} />}
    </>
  );
}

function Internal({ internal: { name, href } }: { readonly internal: NonNullable<InputItem["internal"]> }) {
  return (
    <span className="block text-muted-foreground text-small">
      a flake of our own
      {href === null ? null : (
        <>
          :{" "}
          <Link href={href} className="underline underline-offset-4 hover:text-foreground">
            {name}
          </Link>
        </>
      )}
    </span>
  );
}
