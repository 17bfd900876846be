"use server";

import { revalidatePath } from "next/cache";
import type { CommandResult } from "#lib/commands/run-command.ts";
import { type GoalForm, removeGoal, setGoal } from "#lib/commands/set-goal.ts";

/** setGoalAction sets or changes a goal, or says what is missing. */
export async function setGoalAction(slug: string, form: GoalForm): Promise<CommandResult> {
  return shown(await setGoal(slug, form));
}

/** removeGoalAction takes a goal away. */
export async function removeGoalAction(slug: string, metricId: string, team: string | null): Promise<CommandResult> {
  return shown(await removeGoal(slug, metricId, team));
}

/** Goals stand on charts and headlines everywhere. */
function shown(result: CommandResult): CommandResult {
  if ("done" in result) revalidatePath("/orgs/[organization]", "layout");
  return result;
}
