import { Badge } from "#components/ui/badge.tsx";
import { LineMark } from "#components/ui/line-mark.tsx";
import { warningLine } from "#components/ui/lines.ts";
import { formatNumber } from "#lib/format/format.ts";
import type { InputRow } from "#lib/views/inputs.ts";
import { branchStatusWords } from "./branch-status-words.ts";

interface CellProps {
  readonly row: InputRow;
}

const nothing = <span className="text-muted-foreground">–</span>;

/** UsageAges is the median age with the youngest and oldest; of what is declared, where anything is. */
export function UsageAges({ row }: CellProps) {
  const usage = row.direct ?? row.transitive;
  if (!usage?.spread) return <span className="hatched rounded-md px-1.5">unknown</span>;
  const { minDays, medianDays, maxDays, beyond } = usage.spread;
  return (
    <span className="flex flex-col items-end">
      <span className="flex items-center gap-1 font-medium">
        {row.direct !== null && beyond > 0 ? (
          <LineMark line={warningLine} label={`${beyond} beyond the limit;`} className="size-3 text-fail" />
        ) : null}
        {formatNumber(medianDays)}
      </span>
      {minDays === maxDays ? null : (
        <span className="text-muted-foreground text-small">
          {formatNumber(minDays)} to {formatNumber(maxDays)}
        </span>
      )}
    </span>
  );
}

/** RepositoryCounts is how many repositories depend on it, and how: "26", "24 direct". */
export function RepositoryCounts({ row }: CellProps) {
  const direct = row.direct?.repositories ?? 0;
  const words = direct === row.repositories ? "all direct" : direct === 0 ? "through others" : `${direct} direct`;
  return (
    <span className="flex flex-col">
      <span className="font-medium">{formatNumber(row.repositories)}</span>
      <span className="text-muted-foreground text-small">{words}</span>
    </span>
  );
}

/** BranchMark names what is asked for most, and how many branches that are asked for get no fixes any more. */
export function BranchMark({ row }: CellProps) {
  const [first] = row.refs;
  if (first === undefined) return nothing;
  const unsupported = row.refs.filter(({ status }) => status === "unmaintained");
  const names = unsupported.map(({ ref, repositories }) => `${ref ?? "its only branch"} (${repositories})`).join(", ");
  return (
    <span className="flex flex-col items-start gap-0.5 text-small">
      <span>
        <span className="font-mono">{first.ref ?? "default"}</span>
        {row.refs.length > 1 ? <span className="text-muted-foreground"> and {row.refs.length - 1} more</span> : null}
      </span>
      {unsupported.length > 0 ? (
        <Badge tone="bad" data-hint={`Asked for by repositories: ${names}`}>
          <LineMark line={warningLine} />
          {row.refs.length === 1 ? "unsupported" : `${unsupported.length} unsupported`}
        </Badge>
      ) : first.status === null ? null : (
        <span className="text-muted-foreground">{branchStatusWords[first.status]}</span>
      )}
    </span>
  );
}

/** DriftWords is how far inputs lie behind their branch, and for how many that is known. */
export function DriftWords({ row }: CellProps) {
  if (row.direct === null) return nothing;
  const { known, behind, daysMax } = row.direct.drift;
  if (daysMax === null) {
    return (
      <span className="text-muted-foreground" data-hint="Its branch was not asked, or it names none">
        not known
      </span>
    );
  }
  return (
    <span className="flex flex-col">
      <span className="font-medium">{formatNumber(daysMax)}</span>
      <span className="text-muted-foreground text-small">
        {formatNumber(behind)} of {formatNumber(known)} behind
      </span>
    </span>
  );
}

/** ReachWords is how many direct inputs some automation updates, of how many; what cannot be told stands apart. */
export function ReachWords({ row }: CellProps) {
  if (row.direct === null) return nothing;
  const { reached, unreached, unknown } = row.direct.reach;
  const total = reached + unreached + unknown;
  if (total === 0) {
    return (
      <span className="text-muted-foreground" data-hint="Pinned to a revision, which nothing should move">
        pinned
      </span>
    );
  }
  return (
    <span className="flex flex-col">
      <span>
        {formatNumber(reached)} of {formatNumber(total)}
      </span>
      {unknown > 0 ? <span className="text-muted-foreground text-small">{formatNumber(unknown)} unknown</span> : null}
    </span>
  );
}
