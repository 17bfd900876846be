"use client";

import { useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import type { GoalItem } from "#lib/views/goal-settings.ts";
import { removeGoalAction } from "./change-goals.action.ts";

export interface RemoveGoalProps {
  readonly slug: string;
  readonly item: GoalItem;
}

/** RemoveGoal takes one goal away, or says why it could not. */
export function RemoveGoal({ slug, item: { goal, label, subject } }: RemoveGoalProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();
  const remove = () =>
    startTransition(async () => {
      const result = await removeGoalAction(slug, goal.metricId, goal.team);
      setProblem("problem" in result ? result.problem : null);
    });
  return (
    <span className="flex flex-col items-end gap-1">
      <Button
        size="small"
        disabled={isPending}
        onClick={remove}
        aria-label={`Remove the goal of ${label} for ${subject}`}
      >
        Remove
      </Button>
      {problem === null ? null : (
        <span role="alert" className="text-fail text-small">
          {problem}
        </span>
      )}
    </span>
  );
}
