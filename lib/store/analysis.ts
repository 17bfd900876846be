import { AppError } from "#lib/errors/app-error.ts";
import type { Finding } from "#lib/model/finding.ts";
import type { Instant } from "#lib/model/instant.ts";
import type { ScanFailure } from "#lib/model/scan.ts";
import type { Database } from "./database.ts";
import { Prisma } from "./generated/client.ts";
import { recordFindings } from "./record-findings.ts";
import { recordRepositoryWaivers } from "./record-repository-waivers.ts";
import { type NewSnapshot, recordSnapshot } from "./record-snapshot.ts";
import { toStorableKey, toStorableText } from "./storable.ts";
import { inTransaction, type Transaction } from "./transaction.ts";

/** ScanRowIdentity names the repository that a write is for, and its line in a scan. */
export interface ScanRowIdentity {
  /** Null when no scan asked, as after a push: then there is no line. */
  readonly scanId: string | null;
  readonly repositoryId: string;
  /** `owner/name`, as the scan's rows show it. */
  readonly fullName: string;
}

/** Analysis is everything that one reading of a repository brings. */
export interface Analysis extends ScanRowIdentity {
  readonly snapshot: NewSnapshot;
  readonly findings: readonly Finding[];
  readonly at: Instant;
}

/**
 * recordAnalysis records a repository that was read, in one transaction: its snapshot, the waivers that it declares,
 * its findings, and its line in the scan as `read`. Either all of it is there afterwards or nothing.
 *
 * A new commit closes the open snapshot and opens another. The same commit read again replaces the facts of the open
 * one, and changes nothing when they are the same. Recording the same analysis twice is recording it once.
 *
 * @throws AppError `not-found` when the repository was removed meanwhile.
 */
export async function recordAnalysis(db: Database, analysis: Analysis): Promise<void> {
  const { repositoryId, snapshot, findings, at } = analysis;
  await inTransaction(db, async (transaction) => {
    const isEligible = await lockRepository(transaction, repositoryId);
    const hasFlake = isEligible && snapshot.facts.flakes.some((flake) => flake.role === "main");
    await recordSnapshot(transaction, repositoryId, snapshot, at);
    await recordRepositoryWaivers(transaction, repositoryId, snapshot.facts.settings, at);
    await recordFindings(transaction, repositoryId, findings, at);
    await recordRow(transaction, { ...analysis, state: "read", hasFlake, failure: null });
  });
}

/**
 * recordUnchanged records a repository whose open snapshot still holds: the findings of this moment, and its line in
 * the scan as `unchanged`, in one transaction.
 *
 * @throws AppError `not-found` when the repository was removed meanwhile.
 */
export async function recordUnchanged(
  db: Database,
  unchanged: ScanRowIdentity & { readonly findings: readonly Finding[]; readonly at: Instant },
): Promise<void> {
  const { repositoryId, findings, at } = unchanged;
  await inTransaction(db, async (transaction) => {
    const isEligible = await lockRepository(transaction, repositoryId);
    await recordFindings(transaction, repositoryId, findings, at);
    const hasFlake = isEligible && (await hasMainFlake(transaction, repositoryId));
    await recordRow(transaction, { ...unchanged, state: "unchanged", hasFlake, failure: null });
  });
}

/**
 * recordFailure records that a repository could not be read, or not even be listed (`repositoryId` null): its line in
 * the scan as `failed`. Its last snapshot and findings stay as they are.
 */
export async function recordFailure(
  db: Database,
  failed: Omit<ScanRowIdentity, "repositoryId"> & {
    readonly repositoryId: string | null;
    readonly failure: ScanFailure;
    readonly at: Instant;
  },
): Promise<void> {
  await recordRow(db.client, { ...failed, state: "failed", hasFlake: false });
}

/** Two processes that record the same repository take turns. Returns whether the repository counts in shares. */
async function lockRepository(transaction: Transaction, repositoryId: string): Promise<boolean> {
  const [row] = await transaction.$queryRaw<readonly { readonly eligible: boolean }[]>`
    SELECT NOT (is_archived OR is_fork OR is_empty OR is_excluded) AS eligible
    FROM repository WHERE id = ${repositoryId}::uuid FOR UPDATE`;
  if (row === undefined) throw new AppError("not-found", "The repository was removed while it was being read.");
  return row.eligible;
}

async function hasMainFlake(transaction: Transaction, repositoryId: string): Promise<boolean> {
  const flake = await transaction.flake.findFirst({
    where: { role: "main", snapshot: { repositoryId, validTo: null } },
    select: { id: true },
  });
  return flake !== null;
}

interface ScanRowWrite {
  readonly scanId: string | null;
  readonly repositoryId: string | null;
  readonly fullName: string;
  readonly state: "read" | "unchanged" | "failed";
  readonly hasFlake: boolean;
  readonly failure: ScanFailure | null;
  readonly at: Instant;
}

async function recordRow(client: Transaction, row: ScanRowWrite): Promise<void> {
  if (row.scanId === null) return;
  const fullName = toStorableKey(row.fullName);
  const data = {
    repositoryId: row.repositoryId,
    state: row.state,
    hasFlake: row.hasFlake,
    // What was kept to read it by has served.
    entries: Prisma.DbNull,
    errorCode: row.failure?.code ?? null,
    message: row.failure === null ? null : toStorableText(row.failure.message),
    finishedAt: row.at,
  };
  await client.scanRepository.upsert({
    where: { scanId_fullName: { scanId: row.scanId, fullName } },
    create: { scanId: row.scanId, fullName, ...data },
    update: data,
    select: { scanId: true },
  });
}
