"use client";

import dynamic from "next/dynamic";

/** LiveScan is the line in the rail while a scan runs. Pages load what it needs only then. */
export const LiveScan = dynamic(() => import("./live-scan-line.tsx").then((module) => module.LiveScanLine), {
  ssr: false,
  loading: () => <div className="h-13" />,
});
