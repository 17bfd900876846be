import Link from "next/link";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { formatCount, formatNumber } from "#lib/format/format.ts";
import { scanHref } from "#lib/views/hrefs.ts";
import type { Coverage, OrganizationItem } from "#lib/views/shared.ts";

export interface CoverageFootProps {
  readonly organization: OrganizationItem;
  readonly coverage: Coverage;
}

/** CoverageFoot closes a page: which scan its numbers come from, how much it read, and when the next one comes. */
export function CoverageFoot({ organization, coverage }: CoverageFootProps) {
  const { scan, repositoriesRead, repositoriesTotal, nextScanAt } = coverage;
  const failed = repositoriesTotal - repositoriesRead;
  return (
    <p className="mt-8 border-t pt-4 print:mt-3 print:pt-2 text-muted-foreground text-small">
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
  );
}
