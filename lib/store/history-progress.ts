import type { ScanFailure } from "#lib/model/scan.ts";
import type { Database } from "./database.ts";
import { isUuid, toFailure } from "./scan-record.ts";

/** HistoryProgress is how far the past of an organization is rebuilt, in the repositories that were observed and count. */
export interface HistoryProgress {
  readonly observed: number;
  /** Rebuilt as far back as was asked for, or as it goes. */
  readonly rebuilt: number;
  readonly failed: number;
  /** The repositories whose past could not be rebuilt, by name, at most `failuresMax`. */
  readonly failures: readonly { readonly repository: string; readonly failure: ScanFailure }[];
}

// A list of fifty says what is wrong; the count says how often.
const failuresMax = 50;

/** readHistoryProgress is how far the past of an organization is rebuilt, and what stood in the way. */
export async function readHistoryProgress(db: Database, organizationId: string): Promise<HistoryProgress> {
  if (!isUuid(organizationId)) return { observed: 0, rebuilt: 0, failed: 0, failures: [] };
  // Only the past of what counts, or did before it was archived, is rebuilt.
  const repository = { organizationId, removedAt: null, isFork: false, isEmpty: false, isExcluded: false };
  const observed = await db.client.repository.count({
    where: { ...repository, snapshots: { some: { origin: "observed" } } },
  });
  const states = await db.client.repositoryHistory.groupBy({ by: ["state"], where: { repository }, _count: true });
  const failures = await db.client.repositoryHistory.findMany({
    where: { state: "failed", repository },
    select: { errorCode: true, message: true, repository: { select: { name: true } } },
    orderBy: { repository: { name: "asc" } },
    take: failuresMax,
  });
  const countOf = (isCounted: (state: string) => boolean) =>
    states.filter(({ state }) => isCounted(state)).reduce((sum, { _count }) => sum + _count, 0);
  return {
    observed,
    rebuilt: countOf((state) => state !== "failed"),
    failed: countOf((state) => state === "failed"),
    failures: failures.flatMap((row) => {
      const failure = toFailure(row.errorCode, row.message);
      return failure === null ? [] : [{ repository: row.repository.name, failure }];
    }),
  };
}
