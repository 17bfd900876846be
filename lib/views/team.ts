import { adoption, automation, freshness, leanInputs } from "#lib/metrics/headlines.ts";
import { median } from "#lib/metrics/median.ts";
import { type Metric, measure } from "#lib/metrics/metric.ts";
import type { Glyph } from "#lib/model/glyph.ts";
import { shareFraction } from "#lib/model/share.ts";
import { organizationItem } from "./coverage.ts";
import { type FailingCheck, failingChecks } from "./failing-checks.ts";
import { glyphOf } from "./glyph.ts";
import { learnHref, teamHref } from "./hrefs.ts";
import { mostNeeded, type NeededResource } from "./learning-need.ts";
import { type MedianAgeItem, medianAgeItem } from "./median-age.ts";
import { onceForState } from "./once-for-state.ts";
import { type OrganizationState, ownedBy, readOrganizationState } from "./organization-state.ts";
import type { ReadContext } from "./read-context.ts";
import { repositoryRow } from "./repository-row.ts";
import { adoptionSentence } from "./sentence.ts";
import type {
  Coverage,
  Headline,
  OrganizationItem,
  RepositoryRow,
  StageCount,
  TeamLink,
  TrendPoint,
} from "./shared.ts";
import { stageCounts } from "./stage-counts.ts";
import { headlineOf, readTrends } from "./trend.ts";
import type { TrendRange } from "./trend-range.ts";

/** TeamView is one team's page. */
export interface TeamView {
  readonly organization: OrganizationItem;
  readonly coverage: Coverage;
  readonly team: TeamLink & { readonly description: string | null };
  /** From the top team down to the direct parent. */
  readonly ancestors: readonly TeamLink[];
  readonly children: readonly TeamLink[];
  readonly sentence: string;
  readonly glyph: Glyph;
  readonly headlines: readonly (Headline & {
    /** The median over the organization's teams, 0 to 1; null when no other team has one. */
    readonly organizationMedian: number | null;
  })[];
  readonly adoptionTrend: { readonly team: readonly TrendPoint[]; readonly organization: readonly TrendPoint[] };
  readonly stageCounts: readonly StageCount[];
  readonly repositories: readonly RepositoryRow[];
  readonly failing: readonly FailingCheck[];
  readonly reading: { readonly resources: readonly NeededResource[]; readonly href: string };
  readonly nixpkgsAgeLimitDays: number;
  readonly inputAges: MedianAgeItem;
}

const headlineMetrics = [adoption, freshness, automation, leanInputs] as const;

/** readTeam is one team's page; null when the organization or the team does not exist. */
export async function readTeam(
  context: ReadContext,
  slug: string,
  teamSlug: string,
  range: TrendRange,
): Promise<TeamView | null> {
  const state = await readOrganizationState(context, slug);
  const team = state?.teams.find((one) => one.slug === teamSlug);
  if (state === null || team === undefined) return null;
  const owned = ownedBy(team, state.repositories);
  const { asOf } = context;
  const scope = { kind: "team", teamId: team.id } as const;
  const trends = await readTrends(context, state.organization.id, {
    metricIds: headlineMetrics.map((metric) => metric.id),
    scopes: [scope, { kind: "organization" }],
    range,
  });
  const teamsById = new Map(state.teams.map((one) => [one.id, one]));
  const link = (one: Team): TeamLink => ({ slug: one.slug, name: one.name, href: teamHref(slug, one.slug) });
  return {
    organization: organizationItem(state.organization),
    coverage: state.coverage,
    team: { ...link(team), description: team.description },
    ancestors: ancestorsOf(team, state.teams).map(link),
    children: state.teams.filter((one) => one.parentId === team.id).map(link),
    sentence: adoptionSentence(owned, team.name),
    glyph: glyphOf(owned),
    headlines: headlineMetrics.map((metric) => ({
      ...headlineOf(metric, measure(metric, owned), trends(metric.id, scope), {
        slug,
        team: team.slug,
        asOf,
        goals: state.policy.goals,
      }),
      organizationMedian: medianOfTeams(state).get(metric.id) ?? null,
    })),
    adoptionTrend: { team: trends(adoption.id, scope), organization: trends(adoption.id) },
    stageCounts: stageCounts(owned),
    repositories: owned.map((repository) => repositoryRow(slug, repository, teamsById, asOf)),
    failing: failingChecks({ slug, team: team.slug }, owned, state),
    reading: { resources: mostNeeded(state, owned), href: learnHref(slug, team.slug) },
    nixpkgsAgeLimitDays: state.policy.nixpkgsAgeDaysMax,
    inputAges: medianAgeItem(owned, { slug, team: team.slug, asOf }),
  };
}

type Team = OrganizationState["teams"][number];

function ancestorsOf(team: Team, teams: readonly Team[]): readonly Team[] {
  const ancestors: Team[] = [];
  let parent = teams.find((one) => one.id === team.parentId);
  // A provider may say that teams are each other's parents.
  while (parent !== undefined && !ancestors.includes(parent)) {
    ancestors.unshift(parent);
    const { parentId } = parent;
    parent = teams.find((one) => one.id === parentId);
  }
  return ancestors;
}

/** The median of each headline over all teams to which it applies. */
const medianOfTeams = onceForState(({ teams, repositories }) => {
  const shares = (metric: Metric) => teams.map((team) => shareFraction(measure(metric, ownedBy(team, repositories))));
  return new Map(
    headlineMetrics.map((metric) => [metric.id, median(shares(metric).filter((fraction) => fraction !== null))]),
  );
});
