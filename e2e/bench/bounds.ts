import type { LargeOrganizationOptions } from "./large-organization.ts";
import type { Measurements } from "./measure-commands.ts";
import type { CountedRun } from "./request-counts.ts";

/** Bound is one promise beside what was measured. */
export interface Bound {
  readonly what: string;
  readonly bound: number;
  readonly measured: number;
  /** Depends on the machine. */
  readonly isTime: boolean;
}

/** boundsOf compares what was measured with what scans of an organization of this size may cost. */
export function boundsOf(
  { start, plain, first, unchanged, changed, past }: Measurements,
  { repositories, withFlake }: LargeOrganizationOptions,
  memoryMbMax: number,
): readonly Bound[] {
  const beyond = ({ counts }: CountedRun) => counts.trees + counts.blobs + counts.past;
  const count = (what: string, bound: number, measured: number) => ({ what, bound, measured, isTime: false });
  const time = (what: string, bound: number, measured: number) => ({ what, bound, measured, isTime: true });
  const plainMs = (plain.processorMs - start.processorMs) / (repositories - withFlake);
  return [
    count("inventory, GraphQL requests", (420 * repositories) / 10_000, first.counts.inventory),
    count("inventory, points", (450 * repositories) / 10_000, first.counts.inventoryPoints),
    count("first scan, requests per repository with Nix beyond it", 1.5, beyond(first) / withFlake),
    count("rescan unchanged, requests beyond the inventory", 0, beyond(unchanged)),
    count(
      "rescan with 1 % changed, requests per changed repository beyond it",
      2,
      beyond(changed) / Math.ceil(repositories / 100),
    ),
    count(
      "backfill of 18 months, requests per flake repository",
      1,
      (past.counts.past + past.counts.blobs) / withFlake,
    ),
    count("memory of the scanning process, peak in MB", memoryMbMax, peakOf(first, unchanged, changed)),
    count("memory of the backfill, peak in MB", memoryMbMax, peakOf(past)),
    time("own time per repository without Nix, ms", 4, plainMs),
    time("own time per repository with a flake, ms", 25, (first.processorMs - plain.processorMs) / withFlake),
  ];
}

function peakOf(...runs: readonly CountedRun[]): number {
  return Math.max(...runs.map(({ peakMemoryMb }) => peakMemoryMb));
}
