"use client";

import { ActButton } from "#components/ui/act-button.tsx";
import type { GoalItem } from "#lib/views/goal-settings.ts";
import { removeGoalAction } from "./change-goals.action.ts";

export interface RemoveGoalProps {
  readonly slug: string;
  readonly item: GoalItem;
}

/** RemoveGoal takes one goal away. */
export function RemoveGoal({ slug, item: { goal, label, subject } }: RemoveGoalProps) {
  return (
    <ActButton
      label={`Remove the goal of ${label} for ${subject}`}
      words={["Remove", "Removing…"]}
      act={() => removeGoalAction(slug, goal.metricId, goal.team)}
    />
  );
}
