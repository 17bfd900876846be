import type { ErrorCode } from "./error-code.ts";
import type { Instant } from "./instant.ts";

/** ScanState is where a scan stands. `partial` finished with failed repositories; `failed` could not finish. */
export type ScanState = "queued" | "running" | "completed" | "partial" | "failed" | "cancelled";

/** ScanPhase is what a running scan is doing. */
export type ScanPhase = "inventory" | "reading" | "roll-up" | "done";

/** ScanTrigger names what asked for a scan. */
export type ScanTrigger = "start" | "command" | "person" | "schedule" | "webhook";

/** ScanRepositoryState is what became of one repository in a scan. */
export type ScanRepositoryState = "pending" | "unchanged" | "read" | "failed";

/**
 * ScanCounts are the scan's counts of repositories. `read` and `unchanged` and `failed` add up to what is done;
 * `withFlake` counts eligible repositories that have a main flake.
 */
export interface ScanCounts {
  readonly total: number;
  readonly eligible: number;
  readonly read: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly withFlake: number;
}

/** ScanRequests is what a scan has spent at its provider. */
export interface ScanRequests {
  readonly graphql: number;
  readonly rest: number;
  readonly points: number;
  readonly remainingPoints: number | null;
}

/** ScanFailure is why a scan, or one repository in it, failed. */
export interface ScanFailure {
  readonly code: ErrorCode;
  readonly message: string;
}

/** Scan is one pass over an organization, with a state and a coverage. */
export interface Scan {
  readonly id: string;
  readonly organizationId: string;
  readonly state: ScanState;
  readonly phase: ScanPhase;
  readonly trigger: ScanTrigger;
  /** Reads every repository again, changed or not. */
  readonly isFull: boolean;
  /** Who asked: `local`, `schedule`, or a login. */
  readonly requestedBy: string;
  readonly requestedAt: Instant;
  readonly startedAt: Instant | null;
  readonly finishedAt: Instant | null;
  readonly counts: ScanCounts;
  readonly requests: ScanRequests;
  readonly failure: ScanFailure | null;
}

/** isScanOver says whether a scan will not move any more. */
export function isScanOver(state: ScanState): boolean {
  return state !== "queued" && state !== "running";
}
