import { adoption, overviewHeadlines } from "#lib/metrics/headlines.ts";
import { median } from "#lib/metrics/median.ts";
import { measure, nothing } from "#lib/metrics/metric.ts";
import { stageMetricId, stageMetrics } from "#lib/metrics/stage-metrics.ts";
import { type Theme, themes } from "#lib/model/finding.ts";
import { whyNotEligible } from "#lib/model/repository.ts";
import type { Share } from "#lib/model/share.ts";
import { type Stage, stages } from "#lib/model/stage.ts";
import { ageBuckets } from "./age-buckets.ts";
import { organizationItem } from "./coverage.ts";
import { themeShare } from "./glyph.ts";
import { teamHref, themeWhyHref } from "./hrefs.ts";
import { type MedianAgeItem, medianAgeItem } from "./median-age.ts";
import { type Mover, readMovers } from "./movers.ts";
import { nextMoves } from "./next-moves.ts";
import { onceForState } from "./once-for-state.ts";
import { type OrganizationState, ownedBy, readOrganizationState } from "./organization-state.ts";
import type { ReadContext } from "./read-context.ts";
import { nixpkgsAges } from "./repository-row.ts";
import { adoptionSentence } from "./sentence.ts";
import type { Coverage, Headline, OrganizationItem, StageCount, TrendPoint } from "./shared.ts";
import { stageCounts } from "./stage-counts.ts";
import { headlineOf, readTrends } from "./trend.ts";
import type { TrendRange } from "./trend-range.ts";

/** AgeBucket counts Nixpkgs inputs of main flakes by age. `toDays` is exclusive; null is open. */
export interface AgeBucket {
  readonly label: string;
  readonly fromDays: number;
  readonly toDays: number | null;
  readonly count: number;
  readonly isBeyondLimit: boolean;
}

/** HeatMapCell is one team's share in one theme; null when nothing there applies to the team. */
export interface HeatMapCell {
  readonly theme: Theme;
  readonly share: Share | null;
  /** Leads to the repositories in and out of the share. */
  readonly whyHref: string;
}

/** HeatMapRow is one team. `depth` is 0 for a top team. */
export interface HeatMapRow {
  readonly slug: string;
  readonly name: string;
  readonly href: string;
  readonly depth: number;
  readonly eligible: number;
  readonly cells: readonly HeatMapCell[];
}

/** NextMove is one concrete thing worth doing, with why. */
export interface NextMove {
  readonly id: string;
  /** The team or repository it is about. */
  readonly subject: string;
  readonly step: string;
  readonly why: string;
  readonly href: string;
}

/** OverviewView is what the overview of an organization shows. */
export interface OverviewView {
  readonly organization: OrganizationItem;
  readonly coverage: Coverage;
  /** One sentence a person could say aloud. */
  readonly sentence: string;
  readonly headlines: readonly Headline[];
  readonly stageCounts: readonly StageCount[];
  readonly adoptionTrend: readonly TrendPoint[];
  /** For each stage the repositories in which it shows; one with several stages counts in each. */
  readonly stageTrends: readonly { readonly stage: Stage; readonly points: readonly TrendPoint[] }[];
  readonly nixpkgsAges: {
    readonly limitDays: number;
    readonly medianDays: number | null;
    readonly buckets: readonly AgeBucket[];
    /** Inputs whose age cannot be told. */
    readonly unknown: number;
  };
  readonly inputAges: MedianAgeItem;
  readonly heatMap: { readonly themes: readonly Theme[]; readonly rows: readonly HeatMapRow[] };
  readonly nextMoves: readonly NextMove[];
  readonly movers: readonly Mover[];
  /** Repositories out of every share, by reason. */
  readonly notEligible: readonly { readonly reason: string; readonly count: number }[];
}

/** readOverview is the overview of an organization, its courses over `range`; null when there is none of that slug. */
export async function readOverview(
  context: ReadContext,
  slug: string,
  range: TrendRange,
): Promise<OverviewView | null> {
  const state = await readOrganizationState(context, slug);
  if (state === null) return null;
  const { organization } = state;
  const shares = headlineShares(state);
  const trends = await readTrends(context, organization.id, {
    metricIds: [...overviewHeadlines.map(({ id }) => id), ...stageMetrics.map(({ id }) => id)],
    scopes: [{ kind: "organization" }],
    range,
  });
  return {
    organization: organizationItem(organization),
    coverage: state.coverage,
    sentence: sentenceOf(state),
    headlines: overviewHeadlines.map((metric, index) => {
      const share = shares[index] ?? nothing;
      return headlineOf(metric, share, trends(metric.id), {
        slug,
        team: null,
        asOf: context.asOf,
        goals: state.policy.goals,
      });
    }),
    stageCounts: stagesOf(state),
    adoptionTrend: trends(adoption.id),
    stageTrends: stages.map((stage) => ({ stage, points: trends(stageMetricId(stage)) })),
    nixpkgsAges: nixpkgsAgesOf(state, context),
    inputAges: medianAgeItem(state.repositories, { slug, team: null, asOf: context.asOf }),
    heatMap: { themes, rows: heatMapRows(state) },
    nextMoves: movesOf(state),
    movers: await readMovers(context, state),
    notEligible: notEligibleOf(state),
  };
}

const headlineShares = onceForState(({ repositories }) =>
  overviewHeadlines.map((metric) => measure(metric, repositories)),
);
const heatMapRows = onceForState((state) => state.teams.map((team) => heatMapRow(state, team)));
const movesOf = onceForState(nextMoves);
const sentenceOf = onceForState(({ repositories, organization }) => adoptionSentence(repositories, organization.name));
const stagesOf = onceForState(({ repositories }) => stageCounts(repositories));
const notEligibleOf = onceForState(notEligibleCounts);

function nixpkgsAgesOf(state: OrganizationState, { asOf }: ReadContext): OverviewView["nixpkgsAges"] {
  const eligible = state.repositories.filter((repository) => repository.isEligible);
  const ages = eligible.flatMap((repository) => nixpkgsAges(repository, asOf));
  const known = ages.flatMap((age) => (age.known ? [age.value] : []));
  const limitDays = state.policy.nixpkgsAgeDaysMax;
  return {
    limitDays,
    medianDays: median(known),
    buckets: ageBuckets(known, limitDays),
    unknown: ages.length - known.length,
  };
}

function heatMapRow(state: OrganizationState, team: OrganizationState["teams"][number]): HeatMapRow {
  const owned = ownedBy(team, state.repositories);
  return {
    slug: team.slug,
    name: team.name,
    href: teamHref(state.organization.slug, team.slug),
    depth: team.depth,
    eligible: owned.filter((repository) => repository.isEligible).length,
    cells: themes.map((theme) => {
      const share = theme === "adoption" ? measure(adoption, owned) : themeShare(theme, owned);
      return {
        theme,
        share: share.denominator === 0 ? null : share,
        whyHref: themeWhyHref(state.organization.slug, theme, { team: team.slug }),
      };
    }),
  };
}

function notEligibleCounts({ repositories }: OrganizationState): OverviewView["notEligible"] {
  const counts = new Map<string, number>();
  for (const repository of repositories) {
    const reason = whyNotEligible(repository, repository.isExcluded);
    if (reason !== null) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts].map(([reason, count]) => ({ reason, count }));
}
