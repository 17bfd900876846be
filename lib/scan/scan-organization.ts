import { evaluateChecks } from "#lib/checks/evaluate-checks.ts";
import { AppError, toAppError } from "#lib/errors/app-error.ts";
import { factsVersion, type RepositoryFacts } from "#lib/model/facts.ts";
import type { Instant } from "#lib/model/instant.ts";
import { fullName } from "#lib/model/repository.ts";
import type { ScanState } from "#lib/model/scan.ts";
import { recordAnalysis, recordFailure, recordUnchanged } from "#lib/store/analysis.ts";
import type { Database } from "#lib/store/database.ts";
import { recordOwnership } from "#lib/store/repositories.ts";
import { finishScan, startScan } from "#lib/store/scans.ts";
import { listOpenFacts, listOpenSnapshots, type OpenSnapshot } from "#lib/store/snapshots.ts";
import { decideOwnership } from "./decide-ownership.ts";
import { type ListedRepository, takeInventory } from "./inventory.ts";
import type { KnownTeams } from "./known-teams.ts";
import { createProgress, type Progress } from "./progress.ts";
import { readRepositories } from "./read-repositories.ts";
import { rollUp } from "./roll-up.ts";
import type { ScanContext } from "./scan-context.ts";

/**
 * scanOrganization runs one scan from inventory to roll-up and records its end.
 *
 * Each repository is recorded in a transaction of its own as soon as it is known, so that a scan killed at any moment
 * loses nothing that it finished, and the next scan finds it unchanged. A repository that fails is a failed row, and
 * the scan ends `partial`; a failure of the whole organization ends it `failed` with its reason.
 *
 * @returns how the scan ended; it throws only when not even that can be recorded.
 */
export async function scanOrganization(context: ScanContext): Promise<ScanState> {
  const { database, scanId } = context;
  const asOf = context.now();
  const progress = createProgress(context);
  try {
    await startScan(database, scanId, asOf);
    const inventory = await takeInventory(context, progress, asOf);
    await progress.enter("reading");
    await recordRepositories(context, inventory.repositories, inventory.teams, progress, asOf);
    await progress.enter("roll-up");
    await rollUp(context, asOf);
    await progress.enter("done");
    const state = progress.failed() > 0 || !inventory.isWhole ? "partial" : "completed";
    await finishScan(database, scanId, { state, failure: inventory.problem, at: context.now() });
    return state;
  } catch (error) {
    const { code, message } = failureOf(error, context.signal);
    await progress.save();
    const state = context.signal.aborted ? "cancelled" : "failed";
    await finishScan(database, scanId, { state, failure: { code, message }, at: context.now() });
    return state;
  }
}

function failureOf(error: unknown, signal: AbortSignal): AppError {
  if (signal.aborted)
    return new AppError("interrupted", "The scan was stopped. What it had read is kept.", { cause: error });
  return toAppError(error);
}

async function recordRepositories(
  context: ScanContext,
  repositories: readonly ListedRepository[],
  teams: KnownTeams | null,
  progress: Progress,
  asOf: Instant,
): Promise<void> {
  const { database, organizationId, provider, signal } = context;
  const open = await listOpenSnapshots(database, organizationId);
  const done = await recordUnchangedRepositories(context, repositories, open, teams, progress, asOf);

  const byProviderId = new Map(repositories.map((listed) => [listed.repository.providerId, listed]));
  const toRead = repositories
    .filter((listed) => !done.has(listed.id))
    .map(({ id, repository, entries }) => ({ repository, entries, hadFlake: open.get(id)?.hasFlake ?? false }));
  for await (const reading of readRepositories(provider, toRead, signal)) {
    signal.throwIfAborted();
    const listed = byProviderId.get(reading.repository.providerId);
    if (listed === undefined) continue;
    if (reading.status === "failed") {
      const { code, message } = reading.error;
      await recordFailure(database, { ...rowOf(context, listed), failure: { code, message }, at: context.now() });
      await progress.count("failed");
      continue;
    }
    await recordRead(context, listed, reading.facts, teams, asOf);
    await progress.count("read");
  }
}

async function recordRead(
  context: ScanContext,
  listed: ListedRepository,
  facts: RepositoryFacts,
  teams: KnownTeams | null,
  asOf: Instant,
): Promise<void> {
  const { database } = context;
  const { repository } = listed;
  if (repository.headCommit === null) return;
  await recordAnalysis(database, {
    ...rowOf(context, listed),
    snapshot: {
      commit: repository.headCommit,
      committedAt: repository.headCommittedAt,
      observedAt: asOf,
      facts,
      origin: "observed",
    },
    findings: evaluateChecks({ repository, facts, policy: context.policy, asOf }),
    at: context.now(),
  });
  await recordOwner(database, listed, facts, teams);
}

/**
 * A repository is unchanged when its head is the commit that was read last, by the same version of the facts, or when
 * it has no commit at all. Its findings are judged anew, because age is counted to the moment of this scan.
 *
 * @returns the ids of the repositories that need no reading.
 */
async function recordUnchangedRepositories(
  context: ScanContext,
  repositories: readonly ListedRepository[],
  open: ReadonlyMap<string, OpenSnapshot>,
  teams: KnownTeams | null,
  progress: Progress,
  asOf: Instant,
): Promise<ReadonlySet<string>> {
  const { database, organizationId, isFull, policy, signal } = context;
  const done = new Set<string>();
  const record = async (listed: ListedRepository, facts: RepositoryFacts | null): Promise<void> => {
    signal.throwIfAborted();
    const findings = facts === null ? [] : evaluateChecks({ repository: listed.repository, facts, policy, asOf });
    await recordUnchanged(database, { ...rowOf(context, listed), findings, at: context.now() });
    await recordOwner(database, listed, facts, teams);
    done.add(listed.id);
    await progress.count("unchanged");
  };
  for (const listed of repositories) if (listed.repository.headCommit === null) await record(listed, null);
  if (isFull) return done;

  const unchanged = new Map(
    repositories
      .filter(
        ({ id, repository }) =>
          open.get(id)?.commit === repository.headCommit && open.get(id)?.factsVersion === factsVersion,
      )
      .map((listed) => [listed.id, listed]),
  );
  for await (const { repositoryId, facts } of listOpenFacts(database, organizationId)) {
    const listed = unchanged.get(repositoryId);
    if (listed !== undefined) await record(listed, facts);
  }
  return done;
}

async function recordOwner(
  database: Database,
  { id, candidates }: ListedRepository,
  facts: RepositoryFacts | null,
  teams: KnownTeams | null,
): Promise<void> {
  // Without the list of teams the owner of the last scan stands.
  if (teams === null || candidates === null) return;
  const ownership = decideOwnership(facts?.ownershipClaims ?? null, candidates, teams);
  await recordOwnership(database, new Map([[id, ownership]]));
}

function rowOf(context: ScanContext, { id, repository }: ListedRepository) {
  return { scanId: context.scanId, repositoryId: id, fullName: fullName(repository) };
}
