import { AppError } from "#lib/errors/app-error.ts";
import type { RepositoryFacts } from "#lib/model/facts.ts";
import type { Instant } from "#lib/model/instant.ts";
import type { LockedSpan, MeasuredSpan } from "#lib/model/metric.ts";
import type { ScanFailure } from "#lib/model/scan.ts";
import type { Database } from "./database.ts";
import { parseFactsDocument } from "./facts/facts-document.ts";
import { forgetStatements } from "./forget-statements.ts";
import { insertSnapshots } from "./insert-snapshots.ts";
import { toFailure } from "./scan-record.ts";
import { toStorableJson, toStorableText } from "./storable.ts";
import { inTransaction } from "./transaction.ts";

/** HistoryState is how far the past of a repository was rebuilt; `partial` has more behind what was read. */
export type HistoryState = "done" | "partial" | "failed";

/** HistoryRecord is what is known of the past of one repository that was observed. */
export interface HistoryRecord {
  readonly repositoryId: string;
  /** The moment from which on it was observed; what lies before must be rebuilt. */
  readonly observedFrom: Instant;
  /** Null while nobody has tried to rebuild it. */
  readonly rebuilt: {
    readonly state: HistoryState;
    readonly since: Instant;
    readonly factsVersion: number;
    /** What of the policy its facts were read by, as one text. */
    readonly readBy: string;
    /** When it was read, or tried. */
    readonly readAt: Instant;
    /** How often it failed in a row. */
    readonly failures: number;
    /** The digest of the rules by which its days were counted. */
    readonly countedBy: string;
    readonly failure: ScanFailure | null;
  } | null;
}

/** PastSnapshot is what a repository was from one commit until the next. */
export interface PastSnapshot {
  readonly commit: string;
  readonly committedAt: Instant;
  readonly validFrom: Instant;
  readonly validTo: Instant;
  readonly facts: RepositoryFacts;
}

/** CountedDays are the days before a repository was observed, as they count by the rules of the digest `countedBy`. */
export interface CountedDays {
  readonly countedBy: string;
  readonly spans: readonly MeasuredSpan[];
  readonly locks: readonly LockedSpan[];
}

/** NewHistory is the past of one repository, rebuilt. */
export interface NewHistory {
  readonly repositoryId: string;
  readonly observedFrom: Instant;
  readonly since: Instant;
  /** There is more behind what was read. */
  readonly isPartial: boolean;
  /** In order; the last one ends where the observed ones begin. */
  readonly snapshots: readonly PastSnapshot[];
  readonly counted: CountedDays;
  readonly factsVersion: number;
  readonly readBy: string;
  readonly at: Instant;
}

/** listHistories is every repository of an organization that was observed, with how far its past was rebuilt. */
export async function listHistories(db: Database, organizationId: string): Promise<readonly HistoryRecord[]> {
  const observed = await db.client.snapshot.groupBy({
    by: ["repositoryId"],
    where: { origin: "observed", repository: { organizationId } },
    _min: { validFrom: true },
  });
  const rows = await db.client.repositoryHistory.findMany({
    where: { repository: { organizationId } },
    select: {
      repositoryId: true,
      state: true,
      since: true,
      factsVersion: true,
      readBy: true,
      readAt: true,
      failures: true,
      countedBy: true,
      errorCode: true,
      message: true,
    },
  });
  const rebuilt = new Map(rows.map((row) => [row.repositoryId, row]));
  return observed.flatMap(({ repositoryId, _min: { validFrom } }) => {
    const row = rebuilt.get(repositoryId);
    if (validFrom === null) return [];
    return { repositoryId, observedFrom: validFrom.toISOString(), rebuilt: row === undefined ? null : toRebuilt(row) };
  });
}

interface RebuiltRow {
  readonly state: HistoryState;
  readonly since: Date;
  readonly factsVersion: number;
  readonly readBy: string;
  readonly readAt: Date;
  readonly failures: number;
  readonly countedBy: string;
  readonly errorCode: string | null;
  readonly message: string | null;
}

function toRebuilt({ since, readAt, errorCode, message, ...row }: RebuiltRow): NonNullable<HistoryRecord["rebuilt"]> {
  const failure = toFailure(errorCode, message);
  return { ...row, since: since.toISOString(), readAt: readAt.toISOString(), failure };
}

/**
 * recordHistory replaces the rebuilt past of one repository, in one transaction; what was observed is not touched.
 *
 * @throws AppError `conflict` when the repository was observed from another moment on than the past was rebuilt to.
 */
export async function recordHistory(db: Database, history: NewHistory): Promise<void> {
  const { repositoryId, snapshots, at } = history;
  await inTransaction(db, async (transaction) => {
    await transaction.$executeRaw`SELECT 1 FROM repository WHERE id = ${repositoryId}::uuid FOR UPDATE`;
    const first = await transaction.snapshot.findFirst({
      where: { repositoryId, origin: "observed" },
      select: { validFrom: true },
      orderBy: { validFrom: "asc" },
    });
    if (first?.validFrom.toISOString() !== history.observedFrom) {
      throw new AppError(
        "conflict",
        "The repository was read anew while its past was being rebuilt. Rebuild it again.",
        {
          isRetryable: true,
        },
      );
    }
    await transaction.snapshot.deleteMany({ where: { repositoryId, origin: "backfilled" } });
    await insertSnapshots(
      transaction,
      snapshots.map((snapshot) => ({ ...snapshot, repositoryId, readAt: at, origin: "backfilled" })),
    );
    const row = {
      state: history.isPartial ? ("partial" as const) : ("done" as const),
      since: history.since,
      factsVersion: history.factsVersion,
      readBy: history.readBy,
      readAt: at,
      failures: 0,
      errorCode: null,
      message: null,
    };
    await transaction.repositoryHistory.upsert({
      where: { repositoryId },
      create: { repositoryId, ...row },
      update: row,
      select: { repositoryId: true },
    });
    await transaction.$executeRaw`
      UPDATE repository_history SET counted_by = ${history.counted.countedBy},
        spans = ${toStorableJson(history.counted.spans)}::jsonb, locks = ${toStorableJson(history.counted.locks)}::jsonb
      WHERE repository_id = ${repositoryId}::uuid`;
  });
  forgetStatements();
}

/**
 * recordHistoryFailure marks a repository whose past could not be rebuilt, and counts how often in a row by the same
 * version of the facts and the same policy. What was rebuilt of it before stays.
 */
export async function recordHistoryFailure(
  db: Database,
  failed: {
    readonly repositoryId: string;
    readonly since: Instant;
    readonly factsVersion: number;
    readonly readBy: string;
    readonly failure: ScanFailure;
    /** How many failures it counts as; 1 unless told. */
    readonly times?: number;
    readonly at: Instant;
  },
): Promise<void> {
  const { repositoryId, since, factsVersion, readBy, failure, times = 1, at } = failed;
  await db.client.$executeRaw`
    INSERT INTO repository_history AS history (
      repository_id, state, since, facts_version, read_by, read_at, failures, error_code, message)
    VALUES (${repositoryId}::uuid, 'failed', ${since}::timestamptz, ${factsVersion}::integer, ${readBy},
      ${at}::timestamptz, ${times}::integer, ${failure.code}, ${toStorableText(failure.message)})
    ON CONFLICT (repository_id) DO UPDATE SET
      state = EXCLUDED.state, since = EXCLUDED.since, facts_version = EXCLUDED.facts_version,
      read_by = EXCLUDED.read_by, read_at = EXCLUDED.read_at, error_code = EXCLUDED.error_code,
      message = EXCLUDED.message,
      failures = CASE WHEN (history.facts_version, history.read_by) = (EXCLUDED.facts_version, EXCLUDED.read_by)
        THEN history.failures + EXCLUDED.failures ELSE EXCLUDED.failures END`;
}

/** listPastFacts is what held of one repository before it was observed, in order; null when some of it is of an older version of the facts. */
export async function listPastFacts(
  db: Database,
  repositoryId: string,
): Promise<readonly Pick<PastSnapshot, "validFrom" | "validTo" | "facts">[] | null> {
  const rows = await db.client.snapshot.findMany({
    where: { repositoryId, origin: "backfilled" },
    select: { validFrom: true, validTo: true, facts: true },
    orderBy: { validFrom: "asc" },
  });
  const past = rows.flatMap(({ validFrom, validTo, facts: document }) => {
    const facts = parseFactsDocument(document);
    if (facts === null || validTo === null) return [];
    return { validFrom: validFrom.toISOString(), validTo: validTo.toISOString(), facts };
  });
  return past.length === rows.length ? past : null;
}

/** recordCountedDays replaces how the days of one repository before it was observed count. */
export async function recordCountedDays(
  db: Database,
  repositoryId: string,
  { countedBy, spans, locks }: CountedDays,
): Promise<void> {
  await db.client.$executeRaw`
    UPDATE repository_history SET counted_by = ${countedBy}, spans = ${toStorableJson(spans)}::jsonb,
      locks = ${toStorableJson(locks)}::jsonb
    WHERE repository_id = ${repositoryId}::uuid`;
}
