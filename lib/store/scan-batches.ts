import { z } from "zod";
import type { Repository } from "#lib/model/repository.ts";
import type { ScanFailure } from "#lib/model/scan.ts";
import type { TreeEntry } from "#lib/model/tree.ts";
import type { Database } from "./database.ts";
import { repositorySelect, toRepository } from "./repository-row.ts";
import { toFailure } from "./scan-record.ts";
import { toStorableKey, toStorableText } from "./storable.ts";

/** PendingRepository is a repository that a scan has still to look at, with what its inventory showed. */
export interface PendingRepository {
  readonly id: string;
  readonly fullName: string;
  readonly repository: Repository;
  /** The entries of its tree that the inventory showed. */
  readonly entries: readonly TreeEntry[];
  /** The head that the inventory showed with them; the repository's own may have moved since. */
  readonly listedCommit: string | null;
  /** How often it was begun already; whoever began it did not come to an end. */
  readonly attempts: number;
  /** What went wrong the last time; null when the process itself was gone. */
  readonly failure: ScanFailure | null;
}

/** planBatches divides the pending repositories of a scan into batches of `size`, numbered from 0, once and for all. */
export async function planBatches(db: Database, scanId: string, size: number): Promise<void> {
  await db.client.$executeRaw`
    UPDATE scan_repository SET batch = planned.batch
    FROM (
      SELECT full_name, (row_number() OVER (ORDER BY full_name) - 1) / ${size}::integer AS batch
      FROM scan_repository
      WHERE scan_id = ${scanId}::uuid AND state = 'pending' AND batch IS NULL AND repository_id IS NOT NULL
    ) AS planned
    WHERE scan_repository.scan_id = ${scanId}::uuid AND scan_repository.full_name = planned.full_name`;
}

/** listOpenBatches is the number of every batch in which a repository is still pending, ascending. */
export async function listOpenBatches(db: Database, scanId: string): Promise<readonly number[]> {
  const rows = await db.client.scanRepository.groupBy({
    by: ["batch"],
    where: { scanId, state: "pending", batch: { not: null } },
    orderBy: { batch: "asc" },
  });
  return rows.flatMap(({ batch }) => (batch === null ? [] : [batch]));
}

/** listPendingRepositories is what is left of a batch: those that were begun least often first, then by name. */
export async function listPendingRepositories(
  db: Database,
  scanId: string,
  batch: number,
): Promise<readonly PendingRepository[]> {
  const rows = await db.client.scanRepository.findMany({
    where: { scanId, batch, state: "pending" },
    select: {
      fullName: true,
      attempts: true,
      entries: true,
      headCommit: true,
      errorCode: true,
      message: true,
      repository: { select: { id: true, ...repositorySelect } },
    },
    orderBy: [{ attempts: "asc" }, { fullName: "asc" }],
  });
  return rows.flatMap(({ fullName, attempts, entries, headCommit, errorCode, message, repository }) => {
    if (repository === null) return [];
    const { id, ...row } = repository;
    const failure = toFailure(errorCode, message);
    const listed = { entries: entriesSchema.parse(entries ?? []), listedCommit: headCommit };
    return [{ id, fullName, attempts, failure, repository: toRepository(row), ...listed }];
  });
}

/** countAttempts records that some pending repositories are being begun, before anything can go wrong with them. */
export async function countAttempts(db: Database, scanId: string, fullNames: readonly string[]): Promise<void> {
  await db.client.scanRepository.updateMany({
    where: { scanId, state: "pending", fullName: { in: fullNames.map(toStorableKey) } },
    data: { attempts: { increment: 1 } },
  });
}

/** noteFailure keeps what went wrong with a repository that stays pending, to be tried again. */
export async function noteFailure(db: Database, scanId: string, fullName: string, failure: ScanFailure): Promise<void> {
  await db.client.scanRepository.updateMany({
    where: { scanId, state: "pending", fullName: toStorableKey(fullName) },
    data: { errorCode: failure.code, message: toStorableText(failure.message) },
  });
}

const entriesSchema = z.array(
  z.object({
    path: z.string(),
    type: z.enum(["file", "executable", "symlink", "submodule", "directory"]),
    oid: z.string(),
    sizeBytes: z.number().nullable(),
  }),
);
