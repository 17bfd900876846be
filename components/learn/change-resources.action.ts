"use server";

import { revalidatePath } from "next/cache";
import { addOwnResource, changeResourceChoice, removeOwnResource } from "#lib/commands/change-resources.ts";
import type { CommandResult } from "#lib/commands/run-command.ts";
import type { ResourceChoice } from "#lib/model/resource.ts";

/** addResourceAction adds the resource of a form, or says what is missing. */
export async function addResourceAction(slug: string, form: FormData): Promise<CommandResult> {
  return shown(await addOwnResource(slug, form));
}

/** removeResourceAction takes away a resource that the organization has added. */
export async function removeResourceAction(slug: string, resourceId: string): Promise<CommandResult> {
  return shown(await removeOwnResource(slug, resourceId));
}

/** chooseResourceAction hides or pins a resource; null undoes either. */
export async function chooseResourceAction(
  slug: string,
  resourceId: string,
  choice: ResourceChoice | null,
): Promise<CommandResult> {
  return shown(await changeResourceChoice(slug, resourceId, choice));
}

/** Resources stand on the pages of teams, repositories and checks as well. */
function shown(result: CommandResult): CommandResult {
  if ("done" in result) revalidatePath("/orgs/[organization]", "layout");
  return result;
}
