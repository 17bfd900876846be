import { AppError } from "#lib/errors/app-error.ts";
import type { Finding } from "#lib/model/finding.ts";
import type { Instant } from "#lib/model/instant.ts";
import type { ScanFailure } from "#lib/model/scan.ts";
import type { Tally } from "#lib/model/tally.ts";
import type { Ownership } from "#lib/model/team.ts";
import type { Database } from "./database.ts";
import { recordFindings } from "./record-findings.ts";
import { recordOwners } from "./record-owners.ts";
import { recordRepositoryWaivers } from "./record-repository-waivers.ts";
import { type NewSnapshot, recordSnapshots } from "./record-snapshots.ts";
import { recordTallies } from "./record-tallies.ts";
import { toStorableJson, toStorableKey } from "./storable.ts";
import { inTransaction, type Transaction } from "./transaction.ts";

/** ScanRowIdentity names the repository that a write is for, and its line in a scan. */
export interface ScanRowIdentity {
  /** Null when no scan asked, as after a push: then there is no line. */
  readonly scanId: string | null;
  readonly repositoryId: string;
  /** `owner/name`, as the scan's rows show it. */
  readonly fullName: string;
}

/** Judgement is what a moment says of a repository: its findings, its tally, and its owners, who stay as they were when null. */
export interface Judgement extends ScanRowIdentity {
  /** The head that was judged; null when the repository is empty. */
  readonly headCommit: string | null;
  readonly findings: readonly Finding[];
  /** Null when the repository is empty. */
  readonly tally: Tally | null;
  readonly ownership: Ownership | null;
  readonly at: Instant;
}

/** Analysis is everything that one reading of a repository brings. */
export interface Analysis extends Judgement {
  readonly snapshot: NewSnapshot;
}

/**
 * recordAnalyses records repositories that were read, in one transaction: of each its snapshot, the waivers that it
 * declares, its findings and owners, and its line in the scan as `read`. Either all of it is there afterwards or
 * nothing. Together they cost a fraction of what they cost one by one.
 *
 * A new commit closes the open snapshot and opens another. The same commit read again replaces the facts of the open
 * one, and changes nothing when they are the same. Recording the same analysis twice is recording it once.
 *
 * A repository whose head is another one by now, because a push was seen meanwhile, is passed over, with its line in the
 * scan: the newer commit stands whoever comes first.
 *
 * @returns the ids of those.
 * @throws AppError `not-found` when one of the repositories was removed meanwhile.
 */
export function recordAnalyses(db: Database, analyses: readonly Analysis[]): Promise<readonly string[]> {
  return recordCurrent(db, analyses, async (transaction, current, eligible) => {
    await recordSnapshots(transaction, current);
    await recordRepositoryWaivers(
      transaction,
      current.map(({ repositoryId, snapshot, at }) => ({ repositoryId, settings: snapshot.facts.settings, at })),
    );
    await recordJudgements(transaction, current);
    await recordRows(
      transaction,
      current.map((analysis) => {
        const hasFlake = analysis.snapshot.facts.flakes.some((flake) => flake.role === "main");
        return { ...analysis, state: "read", hasFlake: hasFlake && eligible.has(analysis.repositoryId), failure: null };
      }),
    );
  });
}

/**
 * recordUnchanged records repositories whose open snapshots still hold: the findings and owners of this moment, and
 * their lines in the scan as `unchanged`, in one transaction. One whose head has moved is passed over, as by
 * `recordAnalyses`.
 *
 * @returns the ids of those.
 * @throws AppError `not-found` when one of the repositories was removed meanwhile.
 */
export function recordUnchanged(db: Database, unchanged: readonly Judgement[]): Promise<readonly string[]> {
  return recordCurrent(db, unchanged, async (transaction, current, eligible) => {
    await recordJudgements(transaction, current);
    const withFlake = await listWithMainFlake(transaction, current);
    await recordRows(
      transaction,
      current.map((row) => {
        const hasFlake = eligible.has(row.repositoryId) && withFlake.has(row.repositoryId);
        return { ...row, state: "unchanged", hasFlake, failure: null };
      }),
    );
  });
}

/** Records those whose head is still the one that was judged, in one transaction; returns the ids of the others. */
async function recordCurrent<Row extends Judgement>(
  db: Database,
  rows: readonly Row[],
  record: (transaction: Transaction, current: readonly Row[], eligible: ReadonlySet<string>) => Promise<void>,
): Promise<readonly string[]> {
  if (rows.length === 0) return [];
  return inTransaction(db, async (transaction) => {
    const locked = await lockRepositories(transaction, rows);
    const isCurrent = (row: Row) => locked.get(row.repositoryId)?.head_commit === row.headCommit;
    const current = rows.filter(isCurrent);
    const eligible = new Set([...locked.values()].filter((row) => row.eligible).map(({ id }) => id));
    if (current.length > 0) await record(transaction, current, eligible);
    return rows.filter((row) => !isCurrent(row)).map(({ repositoryId }) => repositoryId);
  });
}

async function recordJudgements(transaction: Transaction, judgements: readonly Judgement[]): Promise<void> {
  await recordFindings(transaction, judgements);
  await recordTallies(transaction, judgements);
  const owners = judgements.flatMap(({ repositoryId, ownership }) =>
    ownership === null ? [] : [[repositoryId, ownership] as const],
  );
  await recordOwners(transaction, new Map(owners));
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
  await recordRows(db.client, [{ ...failed, state: "failed", hasFlake: false }]);
}

interface LockedRepository {
  readonly id: string;
  readonly head_commit: string | null;
  /** It counts in shares. */
  readonly eligible: boolean;
}

/** Two processes that record the same repositories take turns. */
async function lockRepositories(
  transaction: Transaction,
  rows: readonly ScanRowIdentity[],
): Promise<ReadonlyMap<string, LockedRepository>> {
  const found = await transaction.$queryRaw<readonly LockedRepository[]>`
    SELECT id, head_commit, NOT (is_archived OR is_fork OR is_empty OR is_excluded) AS eligible
    FROM repository WHERE id IN (SELECT json_array_elements_text(${idsOf(rows)}::json)::uuid)
    ORDER BY id FOR UPDATE`;
  if (found.length < new Set(rows.map(({ repositoryId }) => repositoryId)).size) {
    throw new AppError("not-found", "The repository was removed while it was being read.");
  }
  return new Map(found.map((row) => [row.id, row]));
}

async function listWithMainFlake(
  transaction: Transaction,
  rows: readonly ScanRowIdentity[],
): Promise<ReadonlySet<string>> {
  const found = await transaction.$queryRaw<readonly { readonly id: string }[]>`
    SELECT DISTINCT snapshot.repository_id AS id
    FROM snapshot JOIN flake ON flake.snapshot_id = snapshot.id AND flake.role = 'main'
    WHERE snapshot.valid_to IS NULL
      AND snapshot.repository_id IN (SELECT json_array_elements_text(${idsOf(rows)}::json)::uuid)`;
  return new Set(found.map(({ id }) => id));
}

function idsOf(rows: readonly ScanRowIdentity[]): string {
  return JSON.stringify(rows.map(({ repositoryId }) => repositoryId));
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

/** What was kept in a row to read its repository by has served, and is dropped. */
async function recordRows(client: Transaction, writes: readonly ScanRowWrite[]): Promise<void> {
  const rows = writes.flatMap(({ scanId, failure, ...row }) => {
    if (scanId === null) return [];
    return {
      scan_id: scanId,
      full_name: toStorableKey(row.fullName),
      repository_id: row.repositoryId,
      state: row.state,
      has_flake: row.hasFlake,
      error_code: failure?.code ?? null,
      message: failure?.message ?? null,
      finished_at: row.at,
    };
  });
  if (rows.length === 0) return;
  await client.$executeRaw`
    INSERT INTO scan_repository (scan_id, full_name, repository_id, state, has_flake, error_code, message, finished_at)
    SELECT row.scan_id, row.full_name, row.repository_id, row.state, row.has_flake, row.error_code, row.message,
      row.finished_at
    FROM json_to_recordset(${toStorableJson(rows)}::json) AS row(scan_id uuid, full_name text, repository_id uuid,
      state "ScanRepositoryState", has_flake boolean, error_code text, message text, finished_at timestamptz)
    ON CONFLICT (scan_id, full_name) DO UPDATE SET
      repository_id = EXCLUDED.repository_id, state = EXCLUDED.state, has_flake = EXCLUDED.has_flake, entries = NULL,
      error_code = EXCLUDED.error_code, message = EXCLUDED.message, finished_at = EXCLUDED.finished_at`;
}
