import type { Day } from "./instant.ts";

/** Goal is a share of a metric that an organization, or one of its teams, wants to reach. */
export interface Goal {
  readonly metricId: string;
  /** The team's slug; null for the whole organization. */
  readonly team: string | null;
  /** From 0 to 1. */
  readonly share: number;
  /** The day by which; null without one. */
  readonly by: Day | null;
}

/** findGoal is the goal of a metric for a team, or for the organization; null without one. */
export function findGoal(goals: readonly Goal[], metricId: string, team: string | null): Goal | null {
  return goals.find((goal) => goal.metricId === metricId && goal.team === team) ?? null;
}

/** withGoal is the goals with one set anew, or taken away where its share is null. */
export function withGoal(
  goals: readonly Goal[],
  { share, ...place }: Omit<Goal, "share"> & { readonly share: number | null },
): readonly Goal[] {
  const others = goals.filter(({ metricId, team }) => metricId !== place.metricId || team !== place.team);
  return share === null ? others : [...others, { ...place, share }];
}
