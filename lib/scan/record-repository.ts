import { evaluateChecks } from "#lib/checks/evaluate-checks.ts";
import { tallyOf } from "#lib/checks/tally.ts";
import type { RepositoryFacts } from "#lib/model/facts.ts";
import type { Instant } from "#lib/model/instant.ts";
import type { OwnershipCandidates } from "#lib/model/ownership.ts";
import type { Policy } from "#lib/model/policy.ts";
import { fullName, type Repository } from "#lib/model/repository.ts";
import type { UpstreamHeads } from "#lib/model/upstream-heads.ts";
import { type Judgement, recordAnalyses, recordUnchanged } from "#lib/store/analysis.ts";
import type { Database } from "#lib/store/database.ts";
import { decideOwnership } from "./decide-ownership.ts";
import type { KnownTeams } from "./known-teams.ts";

/** RecordContext is what the record of a repository is written with. */
export interface RecordContext {
  readonly database: Database;
  /** Null when no scan asked, as after a push. */
  readonly scanId: string | null;
  readonly policy: Policy;
  /** The newest revisions of the branches that inputs follow, as they were last asked. */
  readonly upstreams: UpstreamHeads;
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

/** KnownRepository is one whose facts are known; null when it is empty. */
export interface KnownRepository extends StoredRepository {
  readonly facts: RepositoryFacts | null;
}

/** ReadRepository is one that was read at its head. */
export interface ReadRepository extends StoredRepository {
  readonly facts: RepositoryFacts;
}

/**
 * recordRead records repositories that were read, all or none: their snapshots, findings and owners.
 *
 * @returns the ids of those whose head has moved meanwhile, of which nothing is recorded.
 */
export function recordRead(context: RecordContext, read: readonly ReadRepository[]): Promise<readonly string[]> {
  const analyses = read.flatMap((one) => {
    const { headCommit, headCommittedAt } = one.repository;
    if (headCommit === null) return [];
    const head = { commit: headCommit, committedAt: headCommittedAt, observedAt: context.asOf };
    return [{ ...judge(context, one), snapshot: { ...head, facts: one.facts, origin: "observed" as const } }];
  });
  return recordAnalyses(context.database, analyses);
}

/**
 * recordKnown records repositories whose content is known already, all or none. Their findings are judged anew, because
 * age is counted to this moment, and their owners are decided anew.
 *
 * @returns as `recordRead`.
 */
export function recordKnown(context: RecordContext, known: readonly KnownRepository[]): Promise<readonly string[]> {
  return recordUnchanged(
    context.database,
    known.map((one) => judge(context, one)),
  );
}

function judge(
  { scanId, policy, upstreams, teams, asOf, now }: RecordContext,
  { id, repository, candidates, facts }: KnownRepository,
): Judgement {
  return {
    scanId,
    repositoryId: id,
    fullName: fullName(repository),
    headCommit: repository.headCommit,
    findings: facts === null ? [] : evaluateChecks({ repository, facts, policy, upstreams, asOf }),
    tally: facts === null ? null : tallyOf({ repository, facts, policy, asOf }),
    ownership: candidates === null ? null : decideOwnership(facts?.ownershipClaims ?? null, candidates, teams),
    at: now(),
  };
}
