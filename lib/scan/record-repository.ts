import { evaluateChecks } from "#lib/checks/evaluate-checks.ts";
import type { RepositoryFacts } from "#lib/model/facts.ts";
import type { Instant } from "#lib/model/instant.ts";
import type { OwnershipCandidates } from "#lib/model/ownership.ts";
import type { Policy } from "#lib/model/policy.ts";
import { fullName, type Repository } from "#lib/model/repository.ts";
import { recordAnalysis, recordUnchanged } from "#lib/store/analysis.ts";
import type { Database } from "#lib/store/database.ts";
import { recordOwnership } from "#lib/store/repositories.ts";
import { decideOwnership } from "./decide-ownership.ts";
import type { KnownTeams } from "./known-teams.ts";

/** RecordContext is what the record of a repository is written with. */
export interface RecordContext {
  readonly database: Database;
  /** Null when no scan asked, as after a push. */
  readonly scanId: string | null;
  readonly policy: Policy;
  /** The teams of the organization, as they were last recorded. */
  readonly teams: KnownTeams;
  /** The moment at which the head was seen, and to which ages are counted. */
  readonly asOf: Instant;
  readonly now: () => Instant;
}

/** StoredRepository is a repository with its row's id, and what says who owns it. */
export interface StoredRepository {
  readonly id: string;
  readonly repository: Repository;
  /** What everything but its own files says; null when that is not known, and its owners stay as they were. */
  readonly candidates: OwnershipCandidates | null;
}

/** recordRead records a repository that was read: its snapshot, findings and owners. */
export async function recordRead(
  context: RecordContext,
  { id, repository, candidates }: StoredRepository,
  facts: RepositoryFacts,
): Promise<void> {
  const { database, scanId, policy, asOf, now } = context;
  if (repository.headCommit === null) return;
  await recordAnalysis(database, {
    scanId,
    repositoryId: id,
    fullName: fullName(repository),
    snapshot: {
      commit: repository.headCommit,
      committedAt: repository.headCommittedAt,
      observedAt: asOf,
      facts,
      origin: "observed",
    },
    findings: evaluateChecks({ repository, facts, policy, asOf }),
    at: now(),
  });
  await recordOwners(context, { id, candidates }, facts);
}

/**
 * recordKnown records a repository whose content is known already, or that is empty (`facts` null). Its findings are
 * judged anew, because age is counted to this moment, and its owners are decided anew.
 */
export async function recordKnown(
  context: RecordContext,
  { id, repository, candidates }: StoredRepository,
  facts: RepositoryFacts | null,
): Promise<void> {
  const { database, scanId, policy, asOf, now } = context;
  const findings = facts === null ? [] : evaluateChecks({ repository, facts, policy, asOf });
  await recordUnchanged(database, {
    scanId,
    repositoryId: id,
    fullName: fullName(repository),
    findings,
    at: now(),
  });
  await recordOwners(context, { id, candidates }, facts);
}

async function recordOwners(
  { database, teams }: RecordContext,
  { id, candidates }: Pick<StoredRepository, "id" | "candidates">,
  facts: RepositoryFacts | null,
): Promise<void> {
  if (candidates === null) return;
  const ownership = decideOwnership(facts?.ownershipClaims ?? null, candidates, teams);
  await recordOwnership(database, new Map([[id, ownership]]));
}
