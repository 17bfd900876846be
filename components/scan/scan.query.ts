"use client";

import { useQuery } from "@tanstack/react-query";
import { isScanOver } from "#lib/model/scan.ts";
import type { FirstResults } from "#lib/views/first-results.ts";
import type { ScanView } from "#lib/views/scan.ts";

const pollMs = 1000;

/**
 * useScan follows one scan while it moves and rests once it is over. Until the first answer it gives `initial`; when an
 * answer fails, the last good one stays, with its age.
 */
export function useScan(scanId: string, initial?: ScanView) {
  return useQuery<ScanView>({
    queryKey: ["scan", scanId],
    queryFn: ({ signal }) => ask(`/api/v1/scans/${encodeURIComponent(scanId)}`, signal),
    ...(initial ? { initialData: initial } : {}),
    refetchInterval: (query) => (query.state.data && isScanOver(query.state.data.scan.state) ? false : pollMs),
    retry: 2,
  });
}

// Each answer counts the whole organization anew.
const resultsPollMs = 3000;

/** useFirstResults follows what the first scan shows while it reads, and asks once more when it is over. */
export function useFirstResults(scanId: string, initial: FirstResults, isOver: boolean) {
  return useQuery<FirstResults>({
    queryKey: ["first-results", scanId, isOver],
    queryFn: ({ signal }) => ask(`/api/v1/scans/${encodeURIComponent(scanId)}/results`, signal),
    placeholderData: (previous) => previous ?? initial,
    refetchInterval: isOver ? false : resultsPollMs,
    retry: 2,
  });
}

async function ask(address: string, signal: AbortSignal) {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return response.json();
}
