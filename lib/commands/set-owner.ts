import type { Policy } from "#lib/model/policy.ts";
import { applyPolicy } from "./change-policy.ts";
import { type CommandResult, runCommand } from "./run-command.ts";

/**
 * setOwner gives a repository to teams by a line of its own in the organization's mapping, before all others; no team
 * takes that line away, so that the other rules decide. A repository's own settings file still comes first.
 */
export function setOwner(slug: string, name: string, teamSlugs: readonly string[]): Promise<CommandResult> {
  return runCommand(slug, (context) => applyPolicy(context, (policy) => mappingOf(policy, name, teamSlugs)));
}

function mappingOf({ ownership }: Policy, name: string, teamSlugs: readonly string[]) {
  const others = ownership.mapping.filter(({ repositories }) => repositories.toLowerCase() !== name.toLowerCase());
  const mapping = teamSlugs.length === 0 ? others : [{ repositories: name, teamSlugs }, ...others];
  return { ownership: { ...ownership, mapping } };
}
