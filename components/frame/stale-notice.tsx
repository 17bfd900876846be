import Link from "next/link";
import { LineMark } from "#components/ui/line-mark.tsx";
import { warningLine } from "#components/ui/lines.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { scanHref, scansHref, settingsHref } from "#lib/views/hrefs.ts";
import type { Coverage, OrganizationItem, Staleness } from "#lib/views/shared.ts";

export interface StaleNoticeProps {
  readonly organization: OrganizationItem;
  readonly coverage: Coverage;
}

/** StaleNotice stands above numbers that are older than they should be: since when, why, and what to do. */
export function StaleNotice({ organization: { slug }, coverage: { staleness } }: StaleNoticeProps) {
  if (staleness === null) return null;
  return (
    <section
      aria-label="Older numbers"
      className="mb-5 flex items-start gap-2.5 rounded-md border border-notice-border bg-notice px-4 py-2.5 text-notice-foreground print:mb-2 print:py-1"
    >
      <LineMark line={warningLine} className="mt-0.5 size-4" />
      <p className="min-w-0 [overflow-wrap:anywhere]">
        <span className="font-medium">
          These numbers are from the scan <RelativeTime instant={staleness.numbersFrom} />.
        </span>{" "}
        <Reason staleness={staleness} slug={slug} />
      </p>
    </section>
  );
}

const linkLook = "underline underline-offset-4";

function Reason({ staleness, slug }: { readonly staleness: Staleness; readonly slug: string }) {
  if (staleness.kind === "failed") {
    const { id, finishedAt, requestedAt, failure } = staleness.scan;
    return (
      <>
        A later one failed <RelativeTime instant={finishedAt ?? requestedAt} />
        {failure === null ? "." : `: ${failure.message}`}{" "}
        <Link href={scanHref(slug, id)} className={linkLook}>
          See what mends it
        </Link>
        , then scan again.
      </>
    );
  }
  return (
    <>
      The next one was due <RelativeTime instant={staleness.dueAt} /> and has not come: Flakeboard was not running then,
      or could not begin.{" "}
      <Link href={scansHref(slug)} className={linkLook}>
        Scan now
      </Link>
      , or see{" "}
      <Link href={settingsHref(slug, "scanning")} className={linkLook}>
        the schedule
      </Link>
      .
    </>
  );
}
