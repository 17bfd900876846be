import { themeOf } from "#lib/checks/registry.ts";
import { countedShares } from "#lib/metrics/counted-shares.ts";
import { createTeamScopes } from "#lib/metrics/team-scopes.ts";
import { isWaived } from "#lib/metrics/waived.ts";
import { dayOf } from "#lib/model/instant.ts";
import { whyNotEligible } from "#lib/model/repository.ts";
import { recordMetricPoints } from "#lib/store/metric-points.ts";
import { listRepositorySummaries } from "#lib/store/repositories.ts";
import { recordRepositoryCounts } from "#lib/store/repository-counts.ts";
import { listTeams } from "#lib/store/teams.ts";
import { listActiveWaivers } from "#lib/store/waivers.ts";
import { measureDay } from "./measure.ts";
import type { ScanContext } from "./scan-context.ts";

/** RollUp says what to count, and as of when. `scanId` is null when no scan asked, as after a push. */
interface RollUp extends Pick<ScanContext, "database" | "organizationId" | "asOf"> {
  readonly scanId: string | null;
}

/** rollUp records every metric of the day for the organization and each of its teams, and what each repository counts in them. */
export async function rollUp({ database, organizationId, scanId, asOf }: RollUp): Promise<void> {
  const summaries = await listRepositorySummaries(database, organizationId);
  const teams = await listTeams(database, organizationId);
  const waivers = await listActiveWaivers(database, organizationId, asOf);
  const measured = summaries.map((summary) => ({
    id: summary.id,
    ownerTeamIds: summary.ownerTeamIds,
    notEligible: whyNotEligible(summary, summary.isExcluded),
    isEligible: whyNotEligible(summary, summary.isExcluded) === null,
    isRead: summary.snapshot !== null,
    stages: summary.snapshot?.stages ?? [],
    tally: summary.tally,
    findings: summary.findings.map((finding) => ({
      ...finding,
      theme: themeOf(finding.checkId),
      isWaived: isWaived(finding, summary.id, waivers),
    })),
  }));
  await recordMetricPoints(database, organizationId, scanId, measureDay(measured, teams, asOf));
  const scopesOf = createTeamScopes(teams);
  const counts = measured.map((repository) => ({
    repositoryId: repository.id,
    notEligible: repository.notEligible,
    teamIds: [...scopesOf(repository.ownerTeamIds)],
    shares: countedShares(repository),
  }));
  await recordRepositoryCounts(database, organizationId, dayOf(asOf), counts);
}
