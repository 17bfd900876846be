import { findMetric } from "#lib/checks/counted.ts";
import { goalWords } from "#lib/format/goal-words.ts";
import { measure } from "#lib/metrics/metric.ts";
import type { Goal } from "#lib/model/goal.ts";
import type { Share } from "#lib/model/share.ts";
import { type MetricGroup, metricGroups } from "./asked-metric.ts";
import { organizationItem } from "./coverage.ts";
import { teamHref, trendsHref } from "./hrefs.ts";
import { type OrganizationState, ownedBy, readOrganizationState } from "./organization-state.ts";
import type { ReadContext } from "./read-context.ts";
import type { OrganizationItem, TeamLink } from "./shared.ts";

/** GoalItem is one goal with how far it is. */
export interface GoalItem {
  readonly goal: Goal;
  readonly label: string;
  /** The team's name, or the organization's. */
  readonly subject: string;
  readonly share: Share;
  /** "12 points below the goal of 80 %, due 31 Mar 2027". */
  readonly words: string;
  readonly href: string;
}

/** GoalSettingsView is the goals of an organization, and what it may set more for. */
export interface GoalSettingsView {
  readonly organization: OrganizationItem;
  readonly goals: readonly GoalItem[];
  readonly metrics: readonly MetricGroup[];
  readonly teams: readonly TeamLink[];
}

/** readGoalSettings is the goals of an organization; null when there is none of that slug. */
export async function readGoalSettings(context: ReadContext, slug: string): Promise<GoalSettingsView | null> {
  const state = await readOrganizationState(context, slug);
  if (state === null) return null;
  return {
    organization: organizationItem(state.organization),
    goals: state.policy.goals.flatMap((goal) => goalItem(state, goal)),
    metrics: metricGroups(),
    teams: state.teams.map((team) => ({ slug: team.slug, name: team.name, href: teamHref(slug, team.slug) })),
  };
}

/** A goal of a metric or a team that is gone has nothing to be measured by. */
function goalItem(state: OrganizationState, goal: Goal): readonly GoalItem[] {
  const metric = findMetric(goal.metricId);
  const team = state.teams.find(({ slug }) => slug === goal.team);
  if (metric === undefined || (goal.team !== null && team === undefined)) return [];
  const share = measure(metric, team === undefined ? state.repositories : ownedBy(team, state.repositories));
  const { slug, name } = state.organization;
  return [
    {
      goal,
      label: metric.label,
      subject: team?.name ?? name,
      share,
      words: goalWords(goal, share),
      href: trendsHref(slug, { metric: metric.id, ...(team === undefined ? {} : { team: team.slug }) }),
    },
  ];
}
