import { z } from "zod";
import { findMetric } from "#lib/checks/counted.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { withGoal } from "#lib/model/goal.ts";
import { listTeams } from "#lib/store/teams.ts";
import { applyPolicy } from "./change-policy.ts";
import { type CommandContext, type CommandResult, runCommand } from "./run-command.ts";

/** GoalForm is what a person has entered to set a goal; an empty team is the organization, an empty day none. */
export interface GoalForm {
  readonly metric: string;
  readonly team: string;
  readonly percent: string;
  readonly by: string;
}

const formSchema = z.object({
  metric: z.string(),
  team: z.string().transform((slug) => (slug === "" ? null : slug)),
  percent: z.coerce
    .number("The goal is a number of percent.")
    .int("The goal is a whole percent.")
    .min(1, "The goal is at least 1 %.")
    .max(100, "The goal is at most 100 %."),
  by: z.union([z.literal("").transform(() => null), z.iso.date("The day is written as 2027-03-31.")]),
});

/** setGoal sets the goal of a metric, for the organization or a team; one that is there already is changed. */
export function setGoal(slug: string, form: GoalForm): Promise<CommandResult> {
  return runCommand(slug, async (context) => {
    const parsed = formSchema.safeParse(form);
    if (!parsed.success) throw new AppError("parse", parsed.error.issues.map(({ message }) => message).join(" "));
    const { metric: metricId, team, percent, by } = parsed.data;
    if (findMetric(metricId) === undefined) throw new AppError("not-found", "There is no such metric.");
    await requireTeam(context, team);
    await applyPolicy(context, ({ goals }) => ({
      goals: withGoal(goals, { metricId, team, share: percent / 100, by }),
    }));
  });
}

/** removeGoal takes the goal of a metric away. */
export function removeGoal(slug: string, metricId: string, team: string | null): Promise<CommandResult> {
  return runCommand(slug, (context) =>
    applyPolicy(context, ({ goals }) => ({ goals: withGoal(goals, { metricId, team, share: null, by: null }) })),
  );
}

async function requireTeam({ database, organization }: CommandContext, slug: string | null): Promise<void> {
  if (slug === null) return;
  const teams = await listTeams(database, organization.id);
  if (!teams.some((team) => team.slug === slug)) throw new AppError("not-found", "This team is not here any more.");
}
