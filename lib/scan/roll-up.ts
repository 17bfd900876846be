import { countedShares } from "#lib/checks/counted-shares.ts";
import { askedChecks, themeOf } from "#lib/checks/registry.ts";
import { createTeamScopes } from "#lib/metrics/team-scopes.ts";
import { isWaived, type WaiverScope } from "#lib/metrics/waived.ts";
import { dayOf } from "#lib/model/instant.ts";
import { whyNotEligible } from "#lib/model/repository.ts";
import { type CountedRepository, listCountedRepositories } from "#lib/store/counted-repositories.ts";
import { recordMetricPoints } from "#lib/store/metric-points.ts";
import { type RepositoryCount, recordRepositoryCounts } from "#lib/store/repository-counts.ts";
import { listTeams } from "#lib/store/teams.ts";
import { listUnaskedChecks } from "#lib/store/unasked-checks.ts";
import { listActiveWaivers } from "#lib/store/waivers.ts";
import { measureDay } from "./measure.ts";
import type { ScanContext } from "./scan-context.ts";

/** RollUp says what to count, and as of when. `scanId` is null when no scan asked, as after a push. */
interface RollUp extends Pick<ScanContext, "database" | "organizationId" | "policy" | "asOf"> {
  readonly scanId: string | null;
}

/** rollUp records every metric of the day for the organization and each of its teams, and what each repository counts in them. */
export async function rollUp({ database, organizationId, scanId, policy, asOf }: RollUp): Promise<void> {
  const teams = await listTeams(database, organizationId);
  const scopesOf = createTeamScopes(teams);
  const waivers = await listActiveWaivers(database, organizationId, asOf);
  const waiversOf = Map.groupBy(waivers, ({ repositoryId }) => repositoryId);
  const unasked = await listUnaskedChecks(database, organizationId, askedChecks(policy));
  const counts: AgedCount[] = [];
  for await (const page of listCountedRepositories(database, organizationId)) {
    for (const repository of page) {
      const teamIds = [...scopesOf(repository.ownerTeamIds)];
      const { id } = repository;
      counts.push({ ...countOf(repository, waiversOf.get(id) ?? [], unasked.get(id) ?? []), teamIds });
    }
  }
  const teamIds = teams.map(({ id }) => id);
  await recordMetricPoints(database, organizationId, scanId, measureDay(counts, teamIds, dayOf(asOf)));
  await recordRepositoryCounts(database, organizationId, dayOf(asOf), counts);
}

/** What a repository counts, with the days on which its inputs were locked: a median is no sum of what each counts. */
interface AgedCount extends RepositoryCount {
  readonly inputLockedDays: readonly number[];
}

function countOf(
  repository: CountedRepository,
  waivers: readonly WaiverScope[],
  unaskedIds: readonly string[],
): Omit<AgedCount, "teamIds"> {
  const { id, stages, tally } = repository;
  const notEligible = whyNotEligible(repository, repository.isExcluded);
  const findings = repository.findings.map((finding) => ({
    ...finding,
    theme: themeOf(finding.checkId),
    isWaived: isWaived(finding, id, waivers),
  }));
  const [isEligible, isRead] = [notEligible === null, stages !== null];
  const unaskedChecks = unaskedIds.map((checkId) => ({ checkId, theme: themeOf(checkId) }));
  const measured = { isEligible, isRead, stages: stages ?? [], findings, unaskedChecks, tally };
  const inputLockedDays = isEligible && isRead ? (tally?.inputLockedDays ?? []) : [];
  return { repositoryId: id, notEligible, shares: countedShares(measured), inputLockedDays };
}
