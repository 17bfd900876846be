import { RelativeTime } from "#components/ui/relative-time.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import { formatCount } from "#lib/format/format.ts";
import type { ScansView } from "#lib/views/scans.ts";

/** UpstreamsCard is how many branches were asked for their newest revision: what is known of drift rests on them. */
export function UpstreamsCard({ upstreams: { branches, gone, lastAt } }: Pick<ScansView, "upstreams">) {
  return (
    <SectionCard title="Upstreams" note="Behind each scan, forges are asked how far the branches of inputs have moved.">
      {lastAt === null ? (
        <p className="text-muted-foreground">
          None was asked, so how far inputs lie behind is unknown. It needs repositories on GitHub.
        </p>
      ) : (
        <p>
          {formatCount(branches, "branch", "branches")} asked, the last <RelativeTime instant={lastAt} />
          {gone > 0 ? `; ${formatCount(gone, "is", "are")} not there any more` : ""}.
        </p>
      )}
    </SectionCard>
  );
}
