import { Badge } from "#components/ui/badge.tsx";
import { LineMark } from "#components/ui/line-mark.tsx";
import { warningLine } from "#components/ui/lines.ts";
import { SectionCard } from "#components/ui/section-card.tsx";
import { formatCount, formatDay } from "#lib/format/format.ts";
import type { InputView } from "#lib/views/input.ts";
import type { RefItem } from "#lib/views/inputs.ts";
import { branchStatusWords } from "./branch-status-words.ts";

/** RefsCard is what direct inputs ask of an upstream: branches, tags and version ranges, with the status of a Nixpkgs branch. */
export function RefsCard({ view }: { readonly view: InputView }) {
  const { refs, isNixpkgs } = view.input;
  return (
    <SectionCard
      title="What is asked for"
      note={isNixpkgs ? `Status of branches as of ${formatDay(view.branchesAsOf)}.` : undefined}
    >
      <ul className="grid gap-x-8 gap-y-2 md:grid-cols-2">
        {refs.map((item) => (
          <li key={item.ref} className="flex min-h-6 items-baseline justify-between gap-x-3 border-b pb-2">
            <span className="min-w-0 font-mono text-small [overflow-wrap:anywhere]">
              {item.ref ?? <span className="font-sans">default branch, or none named</span>}
            </span>
            <span className="flex flex-wrap items-baseline justify-end gap-x-2 gap-y-1">
              <RefStatus status={item.status} />
              <span className="w-22 whitespace-nowrap text-right text-muted-foreground text-small">
                {formatCount(item.repositories, "repository", "repositories")}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}

function RefStatus({ status }: Pick<RefItem, "status">) {
  if (status === null) return null;
  const words = branchStatusWords[status];
  if (status === "unmaintained" || status === "deprecated") {
    return (
      <Badge tone={status === "unmaintained" ? "bad" : "notice"}>
        <LineMark line={warningLine} />
        {words}
      </Badge>
    );
  }
  return <Badge tone={status === "unknown" ? "unknown" : "neutral"}>{words}</Badge>;
}
