import { AppError } from "#lib/errors/app-error.ts";
import type { MappedOwners } from "#lib/model/ownership.ts";
import { listRepositorySummaries } from "#lib/store/repositories.ts";
import { listTeams } from "#lib/store/teams.ts";
import { applyPolicy } from "./change-policy.ts";
import { type CommandContext, type CommandResult, runCommand } from "./run-command.ts";

/**
 * setOwner has the organization's mapping name the owners of one repository, before every other line of it; without
 * teams the other rules decide again. The repository's own settings file comes first whatever the mapping says.
 */
export function setOwner(slug: string, name: string, teamSlugs: readonly string[]): Promise<CommandResult> {
  return runCommand(slug, async (context) => {
    await mustBeOpen(context, name);
    const known = new Set((await listTeams(context.database, context.organization.id)).map((team) => team.slug));
    const gone = teamSlugs.find((team) => !known.has(team));
    if (gone !== undefined) throw new AppError("not-found", `There is no team ${gone} any more.`);
    const summary =
      teamSlugs.length === 0
        ? `Left the owner of ${name} to the other rules.`
        : `Made ${teamSlugs.join(", ")} the owner of ${name}.`;
    await applyPolicy(
      context,
      ({ ownership }) => ({ ownership: { ...ownership, mapping: mapped(ownership.mapping, name, teamSlugs) } }),
      summary,
    );
  });
}

function mapped(mapping: readonly MappedOwners[], name: string, teamSlugs: readonly string[]): readonly MappedOwners[] {
  const others = mapping.filter(({ repositories }) => repositories !== name);
  return teamSlugs.length === 0 ? others : [{ repositories: name, teamSlugs: [...teamSlugs] }, ...others];
}

async function mustBeOpen({ database, organization }: CommandContext, name: string): Promise<void> {
  const repository = (await listRepositorySummaries(database, organization.id)).find((one) => one.name === name);
  if (repository === undefined) throw new AppError("not-found", "This repository is not here any more.");
  if (repository.ownershipRule !== "settings-file") return;
  throw new AppError(
    "conflict",
    "The repository names its owner itself, which comes first: change .github/flakeboard.yml.",
  );
}
