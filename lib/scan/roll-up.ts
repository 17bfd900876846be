import { themeOf } from "#lib/checks/registry.ts";
import { isWaived } from "#lib/metrics/waived.ts";
import { whyNotEligible } from "#lib/model/repository.ts";
import { recordMetricPoints } from "#lib/store/metric-points.ts";
import { listRepositorySummaries } from "#lib/store/repositories.ts";
import { listTeams } from "#lib/store/teams.ts";
import { listActiveWaivers } from "#lib/store/waivers.ts";
import { measureDay } from "./measure.ts";
import type { ScanContext } from "./scan-context.ts";

/** RollUp says what to count, and as of when. `scanId` is null when no scan asked, as after a push. */
interface RollUp extends Pick<ScanContext, "database" | "organizationId" | "asOf"> {
  readonly scanId: string | null;
}

/** rollUp records every metric of the day for the organization and each of its teams. */
export async function rollUp({ database, organizationId, scanId, asOf }: RollUp): Promise<void> {
  const summaries = await listRepositorySummaries(database, organizationId);
  const teams = await listTeams(database, organizationId);
  const waivers = await listActiveWaivers(database, organizationId, asOf);
  const measured = summaries.map((summary) => ({
    ownerTeamIds: summary.ownerTeamIds,
    isEligible: whyNotEligible(summary, summary.isExcluded) === null,
    isRead: summary.snapshot !== null,
    stages: summary.snapshot?.stages ?? [],
    findings: summary.findings.map((finding) => ({
      ...finding,
      theme: themeOf(finding.checkId),
      isWaived: isWaived(finding, summary.id, waivers),
    })),
  }));
  await recordMetricPoints(database, organizationId, scanId, measureDay(measured, teams, asOf));
}
