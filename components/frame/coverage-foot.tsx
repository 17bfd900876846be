import Link from "next/link";
import { LineMark } from "#components/ui/line-mark.tsx";
import { warningLine } from "#components/ui/lines.ts";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { formatCount, formatNumber } from "#lib/format/format.ts";
import { scanHref } from "#lib/views/hrefs.ts";
import type { Coverage, OrganizationItem, ScanItem } from "#lib/views/shared.ts";

export interface CoverageFootProps {
  readonly organization: OrganizationItem;
  readonly coverage: Coverage;
  /** The page says above its numbers that they are older than they should be. */
  readonly hasNotice?: boolean;
}

/** CoverageFoot closes a page: which scan its numbers come from, how much it read, and when the next one comes. */
export function CoverageFoot({ organization, coverage, hasNotice = false }: CoverageFootProps) {
  const { scan, unfinished, repositoriesRead, repositoriesTotal, nextScanAt } = coverage;
  const isSaid = hasNotice && coverage.staleness?.kind === "failed";
  const failed = repositoriesTotal - repositoriesRead;
  return (
    <footer className="mt-8 flex flex-col gap-1.5 border-t pt-4 text-muted-foreground text-small print:mt-2 print:pt-1">
      {unfinished === null || isSaid ? null : <Unfinished scan={unfinished} slug={organization.slug} />}
      <p>
        {scan === null ? (
          "Not scanned yet."
        ) : (
          <>
            <Link
              href={scanHref(organization.slug, scan.id)}
              className="text-foreground underline decoration-border underline-offset-4 hover:decoration-current"
            >
              {formatNumber(repositoriesRead)} of {formatCount(repositoriesTotal, "repository", "repositories")} read
            </Link>
            {failed > 0 ? `, ${formatNumber(failed)} could not be` : ""}
            {scan.finishedAt ? (
              <>
                , <RelativeTime instant={scan.finishedAt} />
              </>
            ) : null}
            .
          </>
        )}
        {nextScanAt ? (
          <>
            {" "}
            Next scan <RelativeTime instant={nextScanAt} />.
          </>
        ) : null}
      </p>
    </footer>
  );
}

/** What is shown stays, and is older than the last try: that is said where its age is. */
function Unfinished({ scan, slug }: { readonly scan: ScanItem; readonly slug: string }) {
  const moment = scan.finishedAt ?? scan.requestedAt;
  return (
    <p className="flex items-start gap-1.5 text-foreground">
      <LineMark line={warningLine} className="mt-0.5 size-3 text-fail" />
      <span className="min-w-0 [overflow-wrap:anywhere]">
        <Link href={scanHref(slug, scan.id)} className="font-medium underline underline-offset-4">
          {scan.state === "cancelled" ? "The last scan was stopped" : "The last scan failed"}
        </Link>{" "}
        <RelativeTime instant={moment} />, so these numbers are older.
        {scan.failure === null ? "" : ` ${scan.failure.message}`}
      </span>
    </p>
  );
}
