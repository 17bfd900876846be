"use server";

import { revalidatePath } from "next/cache";
import { excludeRepository, includeRepository } from "#lib/commands/exclude-repository.ts";
import { rescanRepository } from "#lib/commands/rescan-repository.ts";
import type { CommandResult } from "#lib/commands/run-command.ts";
import { setOwner } from "#lib/commands/set-owner.ts";

/** rescanAction has a repository looked at again, in a moment. */
export async function rescanAction(slug: string, repository: string): Promise<CommandResult> {
  return rescanRepository(slug, repository);
}

/** excludeAction takes a repository out of every share, for the reason of the form. */
export async function excludeAction(slug: string, repository: string, form: FormData): Promise<CommandResult> {
  return shown(await excludeRepository(slug, repository, String(form.get("reason") ?? "")));
}

/** includeAction lets a repository count again, for the reason of the form. */
export async function includeAction(slug: string, repository: string, form: FormData): Promise<CommandResult> {
  return shown(await includeRepository(slug, repository, String(form.get("reason") ?? "")));
}

/** setOwnerAction maps a repository to the teams of the form; with none, the other rules decide again. */
export async function setOwnerAction(slug: string, repository: string, form: FormData): Promise<CommandResult> {
  const teams = form.getAll("team").flatMap((team) => (typeof team === "string" ? [team] : []));
  return shown(await setOwner(slug, repository, teams));
}

/** Shares everywhere rest on who counts, and for whom. */
function shown(result: CommandResult): CommandResult {
  if ("done" in result) revalidatePath("/orgs/[organization]", "layout");
  return result;
}
