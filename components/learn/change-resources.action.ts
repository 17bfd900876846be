"use server";

import { revalidatePath } from "next/cache";
import {
  addOwnResource,
  changeResourceChoice,
  type ResourceChange,
  removeOwnResource,
} from "#lib/commands/change-resources.ts";
import type { ResourceChoice } from "#lib/model/resource.ts";

/** addResourceAction adds the resource of a form, or says what is missing. */
export async function addResourceAction(
  slug: string,
  _previous: ResourceChange | null,
  form: FormData,
): Promise<ResourceChange> {
  return shown(await addOwnResource(slug, form));
}

/** removeResourceAction takes away a resource that the organization has added. */
export async function removeResourceAction(slug: string, resourceId: string): Promise<ResourceChange> {
  return shown(await removeOwnResource(slug, resourceId));
}

/** chooseResourceAction hides or pins a resource; null undoes either. */
export async function chooseResourceAction(
  slug: string,
  resourceId: string,
  choice: ResourceChoice | null,
): Promise<ResourceChange> {
  return shown(await changeResourceChoice(slug, resourceId, choice));
}

/** Resources stand on the pages of teams, repositories and checks as well. */
function shown(change: ResourceChange): ResourceChange {
  if ("isDone" in change) revalidatePath("/orgs/[organization]", "layout");
  return change;
}
