import type { Policy } from "#lib/model/policy.ts";
import { applyPolicy } from "./change-policy.ts";
import { type CommandResult, runCommand } from "./run-command.ts";

/**
 * excludeRepository takes a repository out of every share, or takes it in again, by its name in the policy. One that a
 * pattern excludes stays out until the pattern is changed.
 */
export function excludeRepository(slug: string, name: string, isExcluded: boolean): Promise<CommandResult> {
  return runCommand(slug, (context) => applyPolicy(context, (policy) => exclusionOf(policy, name, isExcluded)));
}

function exclusionOf({ excludedRepositories }: Policy, name: string, isExcluded: boolean) {
  const others = excludedRepositories.filter((pattern) => pattern.toLowerCase() !== name.toLowerCase());
  return { excludedRepositories: isExcluded ? [...others, name] : others };
}
