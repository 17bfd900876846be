import Link from "next/link";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { ErrorState } from "#components/ui/error-state.tsx";
import { formatCount } from "#lib/format/format.ts";
import { organizationHref, scanHref } from "#lib/views/hrefs.ts";
import type { Coverage, OrganizationItem } from "#lib/views/shared.ts";

export interface CoverageNoticeProps {
  readonly organization: OrganizationItem;
  readonly coverage: Coverage;
}

/** CoverageNotice stands in place of numbers that would rest on nothing: no repository was found, or none could be read. */
export function CoverageNotice({ organization, coverage: { scan, repositoriesTotal } }: CoverageNoticeProps) {
  const href = scan === null ? `${organizationHref(organization.slug)}/scans` : scanHref(organization.slug, scan.id);
  if (repositoriesTotal === 0) {
    return (
      <div className="rounded-md border bg-card">
        <EmptyState
          title="The last scan found no repository."
          action={
            <Button asChild>
              <Link href={href}>Open the scan</Link>
            </Button>
          }
        >
          It lists what the credentials may see, or what lies in the folder. What is added there comes with the next
          scan.
        </EmptyState>
      </div>
    );
  }
  return (
    <ErrorState
      title={`None of ${formatCount(repositoriesTotal, "repository", "repositories")} could be read, so nothing is known yet.`}
      action={
        <Button asChild>
          <Link href={href}>See why</Link>
        </Button>
      }
    >
      The scan says what stood in the way of each, and what mends it.
    </ErrorState>
  );
}
