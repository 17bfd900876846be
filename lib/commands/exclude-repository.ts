import { z } from "zod";
import { AppError } from "#lib/errors/app-error.ts";
import type { RepositoryIdentity } from "#lib/model/repository.ts";
import { createExclusion, patternOf } from "#lib/store/exclusions.ts";
import { listRepositorySummaries } from "#lib/store/repositories.ts";
import { applyPolicy } from "./change-policy.ts";
import { type CommandContext, type CommandResult, runCommand } from "./run-command.ts";

const reasonSchema = z
  .string()
  .trim()
  .min(3, "Say why, in a few words.")
  .max(500, "The reason is longer than 500 characters.");

/** excludeRepository takes a repository out of every share, for a reason that its page, the settings and the record of changes keep. */
export function excludeRepository(slug: string, name: string, reason: string): Promise<CommandResult> {
  return runCommand(slug, async (context) => {
    const why = readReason(reason);
    await findHere(context, name);
    await applyPolicy(
      context,
      ({ excludedRepositories, exclusionReasons }) => {
        const pattern = patternOf(name);
        const patterns = [...new Set([...excludedRepositories, pattern])];
        return {
          excludedRepositories: patterns,
          exclusionReasons: reasonsOf(patterns, { ...exclusionReasons, [pattern]: why }),
        };
      },
      `Excluded ${name} from every share: ${why}`,
    );
  });
}

/**
 * includeRepository lets a repository count again.
 *
 * The problem is said when a pattern excludes it together with others: that one is for the settings to change.
 */
export function includeRepository(slug: string, name: string, reason: string): Promise<CommandResult> {
  return runCommand(slug, async (context) => {
    const why = readReason(reason);
    const repository = await findHere(context, name);
    await applyPolicy(
      context,
      ({ excludedRepositories, exclusionReasons }) => {
        const patterns = without(excludedRepositories, repository);
        return { excludedRepositories: patterns, exclusionReasons: reasonsOf(patterns, exclusionReasons) };
      },
      `Included ${name} in the shares again: ${why}`,
    );
  });
}

function without(patterns: readonly string[], repository: RepositoryIdentity): readonly string[] {
  const { owner, name } = repository;
  const own = [name, `${owner}/${name}`, patternOf(name)];
  const kept = patterns.filter((pattern) => !own.includes(pattern));
  const still = kept.find((pattern) => createExclusion(pattern)(repository));
  if (still === undefined) return kept;
  throw new AppError("conflict", `The pattern ${still} excludes it with others. Change it in the settings.`);
}

/** A pattern that is gone takes its reason with it. */
function reasonsOf(
  patterns: readonly string[],
  reasons: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(reasons).filter(([pattern]) => patterns.includes(pattern)));
}

function readReason(reason: string): string {
  const parsed = reasonSchema.safeParse(reason);
  if (parsed.success) return parsed.data;
  throw new AppError("parse", parsed.error.issues.map(({ message }) => message).join(" "));
}

async function findHere({ database, organization }: CommandContext, name: string): Promise<RepositoryIdentity> {
  const repository = (await listRepositorySummaries(database, organization.id)).find((one) => one.name === name);
  if (repository === undefined) throw new AppError("not-found", "This repository is not here any more.");
  return repository;
}
