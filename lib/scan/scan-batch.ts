import { toAppError } from "#lib/errors/app-error.ts";
import type { ErrorCode } from "#lib/model/error-code.ts";
import { factsVersion } from "#lib/model/facts.ts";
import type { ScanFailure } from "#lib/model/scan.ts";
import { recordFailure } from "#lib/store/analysis.ts";
import { listOwnerCandidates } from "#lib/store/owner-candidates.ts";
import {
  countAttempts,
  listPendingRepositories,
  noteFailure,
  type PendingRepository,
} from "#lib/store/scan-batches.ts";
import { findUncountedScan } from "#lib/store/scans.ts";
import { listOpenFacts, listOpenSnapshots, type OpenSnapshot } from "#lib/store/snapshots.ts";
import { listUpstreamHeads } from "#lib/store/upstreams.ts";
import { readKnownTeams } from "./list-owners.ts";
import { ofOneRepository, readRepositories } from "./read-repositories.ts";
import {
  type KnownRepository,
  type ReadRepository,
  type RecordContext,
  recordKnown,
  recordRead,
  type StoredRepository,
} from "./record-repository.ts";
import { relist } from "./relist.ts";
import { rememberTexts } from "./remember-texts.ts";
import type { ScanContext } from "./scan-context.ts";

// Once may be a process that was stopped, twice bad luck; what is begun three times and never ended is the cause.
const attemptsMax = 3;

/**
 * readBatch reads what is still pending of one batch of a scan. Some repositories are recorded in a transaction as
 * soon as they are known, so that a process that is killed at any moment loses none that it finished.
 *
 * Before a repository is begun that is counted. Those that were never begun go together; one that was begun and not
 * ended, because the process was killed or recording it threw, goes alone, last, and is set aside as failed after three
 * times, so that it can neither stop the scan nor drag others along.
 */
export async function readBatch(context: ScanContext, batch: number): Promise<void> {
  const { database, scanId, signal } = context;
  // Until a scan is over, its failure is that of the teams.
  const areTeamsKnown = (await findUncountedScan(database, scanId))?.failure === null;
  const upstreams = await listUpstreamHeads(database, context.organizationId);
  const teams = await readKnownTeams(context);
  const recording: BatchContext = { ...context, provider: rememberTexts(context), upstreams, teams };
  for (;;) {
    signal.throwIfAborted();
    const pending = await listPendingRepositories(database, scanId, batch);
    const [first] = pending;
    if (first === undefined) return;
    const group = first.attempts === 0 ? pending.filter(({ attempts }) => attempts === 0) : [first];
    if (first.attempts >= attemptsMax) await setAside(context, first);
    else await readGroup(recording, group, areTeamsKnown);
  }
}

// One transaction for a hundred repositories is a tenth of a hundred transactions, and still a fraction of a second.
const recordedTogether = 100;

type GroupRow = PendingRepository & StoredRepository;

type BatchContext = ScanContext & RecordContext & { readonly scanId: string };

async function setAside({ database, scanId, now }: ScanContext, row: PendingRepository): Promise<void> {
  await recordFailure(database, {
    scanId,
    repositoryId: row.id,
    fullName: row.fullName,
    failure: row.failure ?? {
      code: "internal",
      message: `Reading this repository ended the process ${attemptsMax} times, so it was set aside. What was known of it stays.`,
    },
    at: now(),
  });
}

async function readGroup(
  context: BatchContext,
  pending: readonly PendingRepository[],
  areTeamsKnown: boolean,
): Promise<void> {
  const { database, scanId, provider, signal } = context;
  const names = pending.map(({ fullName }) => fullName);
  await countAttempts(database, scanId, names);
  const ids = pending.map(({ id }) => id);
  const candidates = areTeamsKnown ? await listOwnerCandidates(database, ids) : new Map<string, never>();
  const group = pending.map((row) => ({ ...row, candidates: candidates.get(row.id) ?? null }));
  const open = await listOpenSnapshots(database, ids);
  const done = await recordKnownRepositories(context, group, open);

  const toRead = await relistMoved(
    context,
    group.filter(({ id }) => !done.has(id)),
  );
  const byProviderId = new Map(toRead.map((row) => [row.repository.providerId, row]));
  const requests = toRead.map(({ id, repository, entries }) => ({
    repository,
    entries,
    hadFlake: open.get(id)?.hasFlake ?? false,
  }));
  let read: (GroupRow & ReadRepository)[] = [];
  for await (const reading of readRepositories(provider, requests, signal, context.policy.rolesByPath)) {
    signal.throwIfAborted();
    const row = byProviderId.get(reading.repository.providerId);
    if (row === undefined) continue;
    if (reading.status === "failed") await fail(context, row, reading.error);
    else read.push({ ...row, facts: reading.facts });
    if (read.length < recordedTogether) continue;
    await attempt(context, read, recordRead);
    read = [];
  }
  await attempt(context, read, recordRead);
}

/** The same repositories with the entries of their heads; one that can no longer be listed has failed. */
async function relistMoved(context: BatchContext, group: readonly GroupRow[]): Promise<readonly GroupRow[]> {
  const listed: GroupRow[] = [];
  for (const row of group) {
    try {
      listed.push(await relist(context, row));
    } catch (error) {
      await fail(context, row, ofOneRepository(error));
    }
  }
  return listed;
}

/**
 * A repository needs no reading when its head is the commit that was read last, by the same version of the facts, or
 * when it has no commit at all.
 *
 * @returns the ids of those.
 */
async function recordKnownRepositories(
  context: BatchContext,
  group: readonly GroupRow[],
  open: ReadonlyMap<string, OpenSnapshot>,
): Promise<ReadonlySet<string>> {
  const { database, isFull, signal } = context;
  const known: (GroupRow & KnownRepository)[] = group
    .filter(({ repository }) => repository.headCommit === null)
    .map((row) => ({ ...row, facts: null }));
  const isKnown = (row: GroupRow) => !isFull && isUnchanged(row, open.get(row.id));
  const unchanged = new Map(group.filter(isKnown).map((row) => [row.id, row]));
  for await (const { repositoryId, facts } of listOpenFacts(database, [...unchanged.keys()])) {
    signal.throwIfAborted();
    const row = unchanged.get(repositoryId);
    if (row !== undefined) known.push({ ...row, facts });
  }
  await attempt(context, known, recordKnown);
  return new Set(known.map(({ id }) => id));
}

function isUnchanged({ repository }: PendingRepository, open: OpenSnapshot | undefined): boolean {
  return open !== undefined && open.commit === repository.headCommit && open.factsVersion === factsVersion;
}

async function fail({ database, scanId, now }: ScanContext, row: PendingRepository, failure: ScanFailure) {
  const { code, message } = failure;
  const { id: repositoryId, fullName } = row;
  await recordFailure(database, { scanId, repositoryId, fullName, failure: { code, message }, at: now() });
}

const headMoved: ScanFailure = {
  code: "conflict",
  message: "Its head moved each time while it was being read. The next scan, or the next push, reads it.",
};

const outageCodes: ReadonlySet<ErrorCode> = new Set(["database-unavailable", "database-locked"]);

/**
 * Records repositories together and, when that throws, one by one: what is thrown over one repository is noted, and it
 * stays pending for another try, as one does whose head has moved. An outage concerns them all.
 */
async function attempt<Row extends GroupRow>(
  context: BatchContext,
  rows: readonly Row[],
  record: (context: RecordContext, rows: readonly Row[]) => Promise<readonly string[]>,
): Promise<void> {
  const { database, scanId } = context;
  try {
    const moved = new Set(await record(context, rows));
    for (const { id, fullName } of rows) {
      if (moved.has(id)) await noteFailure(database, scanId, fullName, headMoved);
    }
  } catch (error) {
    const { code, message } = toAppError(error);
    if (outageCodes.has(code)) throw error;
    const [first, ...others] = rows;
    if (first === undefined) return;
    if (others.length === 0) await noteFailure(database, scanId, first.fullName, { code, message });
    else for (const row of rows) await attempt(context, [row], record);
  }
}
