import { FixBlock } from "#components/finding/fix-block.tsx";
import { OutcomeMark, outcomeWords } from "#components/finding/outcome-mark.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { EndWaiver } from "#components/waiver/end-waiver.tsx";
import { formatDay } from "#lib/format/format.ts";
import { findingAnchor, findingHref } from "#lib/views/hrefs.ts";
import type { FindingItem, WaiverItem } from "#lib/views/repository-parts.ts";
import { EvidencePlace } from "./evidence-place.tsx";
import type { FindingsView } from "./findings.tsx";
import { markedOutcome } from "./group-findings.ts";

export interface FindingLineProps {
  readonly item: FindingItem;
  readonly view: Pick<FindingsView, "name" | "organization">;
}

/** FindingLine is one finding: what was seen and where, since when, what waives it, and the text that mends it here. */
export function FindingLine({ item, view: { name, organization } }: FindingLineProps) {
  const { checkId, subject, summary, evidence, since, waiver, fix } = item;
  const outcome = markedOutcome(item);
  const anchor = findingAnchor(checkId, subject);
  return (
    // The line of a check is the target already where it judges the repository as a whole.
    <li id={anchor === checkId ? undefined : anchor} className="flex items-start gap-2">
      <OutcomeMark outcome={outcome} className="mt-0.5" />
      <span className="flex min-w-0 flex-1 flex-wrap gap-x-3">
        <span className="[overflow-wrap:anywhere]">{summary}</span>
        {evidence.map((place) => (
          <EvidencePlace key={`${place.path}:${place.line}`} evidence={place} />
        ))}
        <span className="inline-flex items-center gap-1 text-muted-foreground text-small leading-5">
          {outcomeWords[outcome].toLowerCase()} since <RelativeTime instant={since} />
          <CopyButton
            text={findingHref(organization.slug, name, checkId, subject)}
            isAddress
            what="link to this finding"
          />
        </span>
        {waiver && item.outcome === "fail" ? (
          <WaiverLine waiver={waiver} slug={organization.slug} what={`${checkId} in ${name}`} />
        ) : null}
        {fix && !item.isWaived ? (
          <div className="basis-full pt-1">
            <FixBlock fix={fix} />
          </div>
        ) : null}
      </span>
    </li>
  );
}

interface WaiverLineProps {
  readonly waiver: WaiverItem;
  readonly slug: string;
  readonly what: string;
}

function WaiverLine({ waiver: { id, reason, grantedBy, lastDay, source }, slug, what }: WaiverLineProps) {
  return (
    <span className="flex basis-full flex-wrap items-center gap-x-3 gap-y-1 text-muted-foreground text-small">
      <span className="min-w-0 [overflow-wrap:anywhere]">
        Waived by {source === "repository" ? "the repository's own settings" : grantedBy} through {formatDay(lastDay)}:{" "}
        {reason}
      </span>
      {source === "app" ? <EndWaiver slug={slug} waiverId={id} what={what} /> : null}
    </span>
  );
}
