import { authorizeRead } from "#lib/access/authorize.ts";
import { askedChecks, themeOf } from "#lib/checks/registry.ts";
import { catalogue } from "#lib/learn/catalogue.ts";
import { hiddenResources, offerResources } from "#lib/learn/offer-resources.ts";
import type { MeasuredFinding, MeasuredRepository } from "#lib/metrics/metric.ts";
import { createTeamScopes } from "#lib/metrics/team-scopes.ts";
import { isWaived } from "#lib/metrics/waived.ts";
import { compareNames } from "#lib/model/compare-names.ts";
import type { Policy } from "#lib/model/policy.ts";
import { whyNotEligible } from "#lib/model/repository.ts";
import type { OfferedResource, Resource } from "#lib/model/resource.ts";
import type { ScanFailure } from "#lib/model/scan.ts";
import { isInForce } from "#lib/model/waiver.ts";
import type { Database } from "#lib/store/database.ts";
import { findOrganization, type OrganizationRecord } from "#lib/store/organizations.ts";
import { findPolicy } from "#lib/store/policies.ts";
import { listRepositorySummaries } from "#lib/store/repositories.ts";
import type { RepositorySummary } from "#lib/store/repository-record.ts";
import { listResourceOverrides } from "#lib/store/resource-overrides.ts";
import { listScanRows } from "#lib/store/scans.ts";
import { readStateRevision } from "#lib/store/state-revision.ts";
import { listTeams, type TeamRecord } from "#lib/store/teams.ts";
import { listUnaskedChecks } from "#lib/store/unasked-checks.ts";
import { type GrantedWaiver, listGrantedWaivers, type WaiverRecord } from "#lib/store/waivers.ts";
import { coverageAt, type KnownCoverage, readCoverage } from "./coverage.ts";
import type { ReadContext } from "./read-context.ts";
import type { Coverage } from "./shared.ts";
import { createStateMemory } from "./state-memory.ts";
import { orderTeams, type PlacedTeam } from "./team-tree.ts";

/** RepositoryState is one repository as the views work with it: its summary, measured. */
export interface RepositoryState extends RepositorySummary, MeasuredRepository {
  /** Why the last finished scan could not read it; null when it could. */
  readonly failure: ScanFailure | null;
  /** Every team in whose number it counts: its owners and the teams above them. */
  readonly scopeTeamIds: ReadonlySet<string>;
  readonly findings: readonly (RepositorySummary["findings"][number] & MeasuredFinding)[];
}

/** OrganizationState is an organization as it stands: what most views are made from. */
export interface OrganizationState {
  readonly organization: OrganizationRecord;
  readonly policy: Policy;
  readonly coverage: Coverage;
  /** The waivers that are in force. */
  readonly waivers: readonly WaiverRecord[];
  readonly repositories: readonly RepositoryState[];
  /** In tree order. */
  readonly teams: readonly PlacedTeam<TeamRecord>[];
  /** What people here may learn from: the catalogue as the organization has changed it. */
  readonly resources: readonly OfferedResource[];
  readonly hiddenResources: readonly Resource[];
}

/** What is remembered: all but what the moment alone changes. */
interface RememberedState extends Omit<OrganizationState, "coverage"> {
  readonly coverage: KnownCoverage;
}

// One of 2,000 repositories takes some tens of megabytes.
const organizationsMax = 4;
const rememberState = createStateMemory<RememberedState>(organizationsMax);
const rememberWaivers = createStateMemory<readonly GrantedWaiver[]>(organizationsMax);

/**
 * readOrganizationState is an organization as it stands, for the actor; null when there is none of that slug. It is
 * read once and then remembered until any process changes some of it, so a view may ask for it at little cost. What
 * depends on the moment alone, the waivers in force and how stale the numbers are, is told anew each time.
 */
export async function readOrganizationState(context: ReadContext, slug: string): Promise<OrganizationState | null> {
  const { database, actor, asOf } = context;
  authorizeRead(actor);
  const organization = await findOrganization(database, slug);
  if (organization === null) return null;
  const revision = await readStateRevision(database);
  const key = organization.id;
  const granted = await rememberWaivers(database, { key, revision }, () => listGrantedWaivers(database, key));
  const waivers = granted.filter((waiver) => isInForce(waiver, asOf));
  const at = { key, revision: [revision, ...waivers.map(({ id }) => id)].join(" ") };
  const state = await rememberState(database, at, () => readState(database, organization, waivers));
  return { ...state, coverage: coverageAt(state.coverage, organization, context) };
}

async function readState(
  database: Database,
  organization: OrganizationRecord,
  waivers: readonly WaiverRecord[],
): Promise<RememberedState> {
  // A database orders names by its own rules, and none of them reads numbers.
  const stored = await listRepositorySummaries(database, organization.id);
  const summaries = stored.toSorted((one, other) => compareNames(one.name, other.name));
  const { policy } = await findPolicy(database, organization.id);
  const unasked = await listUnaskedChecks(database, organization.id, askedChecks(policy));
  const teams = await listTeams(database, organization.id);
  const overrides = await listResourceOverrides(database, organization.id);
  const coverage = await readCoverage(database, organization, summaries);
  const failures = await readFailures(database, coverage);
  const scopesOf = createTeamScopes(teams);
  const repositories = summaries.map((summary) => ({
    ...summary,
    failure: failures.get(summary.id) ?? null,
    scopeTeamIds: scopesOf(summary.ownerTeamIds),
    isEligible: whyNotEligible(summary, summary.isExcluded) === null,
    isRead: summary.snapshot !== null,
    stages: summary.snapshot?.stages ?? [],
    findings: summary.findings.map((finding) => ({
      ...finding,
      theme: themeOf(finding.checkId),
      isWaived: isWaived(finding, summary.id, waivers),
    })),
    unaskedChecks: (unasked.get(summary.id) ?? []).map((checkId) => ({ checkId, theme: themeOf(checkId) })),
  }));
  return {
    organization,
    policy,
    coverage,
    waivers,
    repositories,
    teams: orderTeams(teams),
    resources: offerResources(catalogue, overrides),
    hiddenResources: hiddenResources(catalogue, overrides),
  };
}

const failuresMax = 10_000;

async function readFailures(
  database: Database,
  { scan }: Pick<Coverage, "scan">,
): Promise<ReadonlyMap<string, ScanFailure>> {
  if (scan === null || scan.failed === 0) return new Map();
  const rows = await listScanRows(database, scan.id, { state: "failed", limit: failuresMax });
  return new Map(
    rows.flatMap(({ repositoryId, failure }) =>
      repositoryId === null || failure === null ? [] : [[repositoryId, failure]],
    ),
  );
}

/** ownedBy are the repositories in a team's number: what it, or a team below it, owns, each once. */
export function ownedBy(
  team: { readonly id: string },
  repositories: readonly RepositoryState[],
): readonly RepositoryState[] {
  return repositories.filter((repository) => repository.scopeTeamIds.has(team.id));
}
