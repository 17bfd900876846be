import Link from "next/link";
import { ErrorState } from "#components/ui/error-state.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { SectionCard } from "#components/ui/section-card.tsx";
import { formatCount, formatNumber } from "#lib/format/format.ts";
import { scanHref, settingsHref } from "#lib/views/hrefs.ts";
import type { ScansView } from "#lib/views/scans.ts";

/** ScanStanding says how old the numbers are, what came in between, and when they are made anew. */
export function ScanStanding({ view }: { readonly view: ScansView }) {
  const { organization, shown, running, unfinished, schedule } = view;
  return (
    <SectionCard title="Now">
      <div className="flex flex-col gap-3">
        <p className="text-lead">
          {shown?.finishedAt ? (
            <>
              {formatNumber(shown.read + shown.unchanged)} of {formatCount(shown.total, "repository", "repositories")}{" "}
              read, <RelativeTime instant={shown.finishedAt} />.
            </>
          ) : (
            "No scan has finished yet."
          )}
        </p>
        {unfinished === null ? null : (
          <ErrorState title={unfinished.state === "cancelled" ? "The last scan was stopped." : "The last scan failed."}>
            {unfinished.failure?.message ?? "It could not finish."} What it read before is kept.
          </ErrorState>
        )}
        {running === null ? null : (
          <p>
            <Link href={scanHref(organization.slug, running.id)} className="text-primary underline underline-offset-4">
              A scan is {running.state === "queued" ? "waiting for its turn" : "at work"}
            </Link>
            .
          </p>
        )}
        <p className="text-muted-foreground">
          {schedule === null ? (
            <Unscheduled isSample={organization.isSample} />
          ) : (
            <>
              {unfinished === null ? "Next scan" : "Next try"} <RelativeTime instant={schedule.nextAt} /> (
              <code className="font-mono text-small">{schedule.cron}</code>, UTC).
            </>
          )}{" "}
          {organization.isSample ? null : (
            <Link href={settingsHref(organization.slug)} className="underline underline-offset-4 print:hidden">
              Settings
            </Link>
          )}
        </p>
      </div>
    </SectionCard>
  );
}

function Unscheduled({ isSample }: { readonly isSample: boolean }) {
  return isSample
    ? "The sample never changes, so no schedule scans it; scans start by hand."
    : "No schedule: scans start by hand or from the command line.";
}
