"use client";

import { type ComponentProps, lazy, Suspense } from "react";

const ScanProgress = lazy(async () => ({ default: (await import("./scan-progress.tsx")).ScanProgress }));

/** FirstScanProgress is the progress of a first scan; an organization that has its numbers does not load it. */
export function FirstScanProgress(props: ComponentProps<typeof ScanProgress>) {
  return (
    <Suspense>
      <ScanProgress {...props} />
    </Suspense>
  );
}
