import { RelativeTime } from "#components/ui/relative-time.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import type { ScansView } from "#lib/views/scans.ts";
import { ScansTable } from "./scans-table.tsx";

/** ScansBody is the history of scans, and when the schedule scans next. */
export function ScansBody({ view }: { readonly view: ScansView }) {
  return (
    <SectionCard
      title="History"
      note={
        view.schedule === null ? (
          "No schedule: scans start by hand or from the command line."
        ) : (
          <>
            The schedule scans next <RelativeTime instant={view.schedule.nextAt} /> (
            <code className="font-mono">{view.schedule.cron}</code>, UTC).
          </>
        )
      }
      isFlush
    >
      <ScansTable slug={view.organization.slug} scans={view.scans} />
    </SectionCard>
  );
}
