import Link from "next/link";
import { FlakeMark } from "#components/glyph/flake-mark.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { scanHref } from "#lib/views/hrefs.ts";
import type { Coverage } from "#lib/views/shared.ts";
import { ScanNow } from "./scan-now.tsx";

export interface FirstScanProps {
  readonly slug: string;
  readonly coverage: Coverage;
}

/** FirstScan stands in place of an organization's numbers until its first scan has finished. */
export function FirstScan({ slug, coverage }: FirstScanProps) {
  const { runningScanId } = coverage;
  return (
    <div className="rounded-md border bg-card">
      {runningScanId === null ? (
        <EmptyState
          mark={<FlakeMark className="size-10" />}
          title="Headlines, stages, ages and teams will stand here."
          action={<ScanNow slug={slug} isMain />}
        >
          The first scan lists the repositories, reads their flakes, and counts.
        </EmptyState>
      ) : (
        <EmptyState
          mark={<FlakeMark className="size-10" />}
          title="The first scan is under way."
          action={
            <Button asChild variant="primary">
              <Link href={scanHref(slug, runningScanId)}>Watch it</Link>
            </Button>
          }
        >
          Headlines, stages, ages and teams stand here as soon as it ends.
        </EmptyState>
      )}
    </div>
  );
}
