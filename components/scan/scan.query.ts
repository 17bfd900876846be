"use client";

import { useQuery } from "@tanstack/react-query";
import { isScanOver } from "#lib/model/scan.ts";
import type { ScanView } from "#lib/views/scan.ts";

const pollMs = 1000;

/**
 * useScan follows one scan while it moves and rests once it is over. Until the first answer it gives `initial`; when an
 * answer fails, the last good one stays, with its age.
 */
export function useScan(scanId: string, initial?: ScanView) {
  return useQuery<ScanView>({
    queryKey: ["scan", scanId],
    queryFn: async ({ signal }) => {
      const response = await fetch(`/api/v1/scans/${encodeURIComponent(scanId)}`, { signal });
      if (!response.ok) throw new Error(`The server answered ${response.status}.`);
      return response.json();
    },
    ...(initial ? { initialData: initial } : {}),
    refetchInterval: (query) => (query.state.data && isScanOver(query.state.data.scan.state) ? false : pollMs),
    retry: 2,
  });
}
