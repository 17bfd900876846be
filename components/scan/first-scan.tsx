import { FlakeMark } from "#components/glyph/flake-mark.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { RunningFirst } from "#lib/views/first-results.ts";
import { FirstScanProgress } from "./first-scan-progress.tsx";
import { ScanNow } from "./scan-now.tsx";

export interface FirstScanProps {
  readonly slug: string;
  /** The first scan while it runs; null while none does. */
  readonly first: RunningFirst | null;
}

/** FirstScan stands in place of an organization's numbers until its first scan has finished: its progress and results. */
export function FirstScan({ slug, first }: FirstScanProps) {
  if (first !== null) {
    return <FirstScanProgress key={first.scan.scan.id} initial={first.scan} results={first.results} isShort />;
  }
  return (
    <div className="rounded-md border bg-card">
      <EmptyState
        mark={<FlakeMark className="size-10" />}
        title="Headlines, stages, ages and teams will stand here."
        action={<ScanNow slug={slug} isMain />}
      >
        The first scan lists the repositories, reads their flakes, and counts.
      </EmptyState>
    </div>
  );
}
