"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import { formatNumber } from "#lib/format/format.ts";
import { isScanOver } from "#lib/model/scan.ts";
import { scanHref } from "#lib/views/hrefs.ts";
import { QueryScope } from "./query-scope.tsx";
import { useScan } from "./scan.query.ts";
import { scanExtent } from "./scan-pace.ts";
import { scanDone } from "./scan-words.ts";

export interface LiveScanLineProps {
  readonly slug: string;
  readonly scanId: string;
}

/** LiveScanLine follows a running scan from any page, and brings the page up to date when the scan ends. */
export function LiveScanLine(props: LiveScanLineProps) {
  return (
    <QueryScope>
      <Line {...props} />
    </QueryScope>
  );
}

function Line({ slug, scanId }: LiveScanLineProps) {
  const { data } = useScan(scanId);
  const router = useRouter();
  const isOver = data !== undefined && isScanOver(data.scan.state);
  useEffect(() => {
    if (isOver) router.refresh();
  }, [isOver, router]);

  const scan = data?.scan;
  return (
    <Link
      href={scanHref(slug, scanId)}
      className="block rounded-md border bg-card px-2.5 py-2 text-small hover:border-input"
    >
      <span className="flex justify-between gap-2">
        <span className="font-medium">{isOver ? "Scan finished" : "Scanning"}</span>
        <span className="text-muted-foreground">
          {scan && scanExtent(scan) !== null ? `${formatNumber(scanDone(scan))} of ${formatNumber(scan.total)}` : ""}
        </span>
      </span>
      <ProgressBar
        label="Scan"
        total={scan ? scanExtent(scan) : null}
        parts={[{ id: "done", count: scan ? scanDone(scan) : 0, className: "bg-primary" }]}
        className="mt-1.5 h-1.5!"
      />
    </Link>
  );
}
