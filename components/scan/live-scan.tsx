"use client";

import { type ComponentProps, lazy, Suspense, useSyncExternalStore } from "react";

const LiveScanLine = lazy(async () => ({ default: (await import("./live-scan-line.tsx")).LiveScanLine }));

const place = <div className="h-13" />;
const never = () => () => {};

/** LiveScan is the line in the rail while a scan runs. Pages load what it needs only then, and only in the browser. */
export function LiveScan(props: ComponentProps<typeof LiveScanLine>) {
  const isInBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!isInBrowser) return place;
  return (
    <Suspense fallback={place}>
      <LiveScanLine {...props} />
    </Suspense>
  );
}
