import { httpStatus } from "#lib/errors/app-error.ts";
import type { ErrorCode } from "#lib/model/error-code.ts";
import type { Scan, ScanCounts, ScanFailure, ScanPhase } from "#lib/model/scan.ts";
import type { Prisma } from "./generated/client.ts";

/** phaseToRow writes a phase as its column has it. */
export const phaseToRow = {
  inventory: "inventory",
  reading: "reading",
  "roll-up": "roll_up",
  done: "done",
} as const satisfies Record<ScanPhase, string>;

/** phaseFromRow reads a phase from its column. */
export const phaseFromRow = { inventory: "inventory", reading: "reading", roll_up: "roll-up", done: "done" } as const;

/** scanSelect is what of a scan's row makes up a Scan, besides its counts. */
export const scanSelect = {
  id: true,
  organizationId: true,
  state: true,
  phase: true,
  trigger: true,
  isFull: true,
  requestedBy: true,
  requestedAt: true,
  startedAt: true,
  finishedAt: true,
  total: true,
  eligible: true,
  graphqlRequests: true,
  restRequests: true,
  points: true,
  remainingPoints: true,
  errorCode: true,
  errorMessage: true,
} as const;

/** ScanRow is a scan as it is read from its table. */
export type ScanRow = Prisma.ScanGetPayload<{ select: typeof scanSelect }>;

/** UncountedScan is a scan without the counts of its repositories, which take longer the more there are. */
export type UncountedScan = Omit<Scan, "counts">;

/** toScan puts a row and the counts of its repositories together. */
export function toScan(row: ScanRow, counts: ScanCounts): Scan {
  return { ...toUncountedScan(row), counts };
}

/** toUncountedScan reads the row alone. */
export function toUncountedScan(row: ScanRow): UncountedScan {
  const { id, organizationId, state, trigger, isFull, requestedBy } = row;
  return {
    id,
    organizationId,
    state,
    phase: phaseFromRow[row.phase],
    trigger,
    isFull,
    requestedBy,
    requestedAt: row.requestedAt.toISOString(),
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    requests: {
      graphql: row.graphqlRequests,
      rest: row.restRequests,
      points: row.points,
      remainingPoints: row.remainingPoints,
    },
    failure: toFailure(row.errorCode, row.errorMessage),
  };
}

/** toFailure reads a stored failure; a code of another version reads as `internal`. */
export function toFailure(code: string | null, message: string | null): ScanFailure | null {
  if (code === null) return null;
  return { code: isErrorCode(code) ? code : "internal", message: message ?? "" };
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(httpStatus, code);
}

/** isUuid says whether a text, from an address perhaps, can be an id at all; PostgreSQL refuses any other. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
