import { authorizeWrite } from "#lib/access/authorize.ts";
import { currentActor } from "#lib/access/current-actor.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { catalogue } from "#lib/learn/catalogue.ts";
import type { Actor } from "#lib/model/actor.ts";
import type { ResourceChoice } from "#lib/model/resource.ts";
import type { Database } from "#lib/store/database.ts";
import { findOrganization } from "#lib/store/organizations.ts";
import { processDatabase } from "#lib/store/process-database.ts";
import {
  addResource,
  chooseForResource,
  listResourceOverrides,
  removeResource,
} from "#lib/store/resource-overrides.ts";
import { parseNewResource } from "./new-resource.ts";

/** ResourceChange is what became of a change: made, or in words why not. */
export type ResourceChange = { readonly isDone: true } | { readonly problem: string };

// 200: more than anybody reads, and few enough to rank with every page.
const ownMax = 200;

/** addOwnResource adds the resource of a form to those of an organization, on behalf of whoever sends the request. */
export function addOwnResource(slug: string, form: FormData): Promise<ResourceChange> {
  return change(slug, async ({ database, actor, organizationId, at }) => {
    const parsed = parseNewResource(form);
    if ("problem" in parsed) throw new AppError("parse", parsed.problem);
    const { own } = await listResourceOverrides(database, organizationId);
    if (own.some(({ url }) => url === parsed.resource.url)) {
      throw new AppError("conflict", "A resource with this address is here already.");
    }
    if (own.length >= ownMax) {
      throw new AppError("conflict", `There are ${ownMax} resources of your own already; remove one first.`);
    }
    await addResource(database, actor, organizationId, parsed.resource, at);
  });
}

/** removeOwnResource takes away a resource that the organization has added. */
export function removeOwnResource(slug: string, resourceId: string): Promise<ResourceChange> {
  return change(slug, ({ database, actor, organizationId, at }) =>
    removeResource(database, actor, organizationId, resourceId, at),
  );
}

/** changeResourceChoice hides or pins a resource for an organization; null undoes either. */
export function changeResourceChoice(
  slug: string,
  resourceId: string,
  choice: ResourceChoice | null,
): Promise<ResourceChange> {
  return change(slug, async ({ database, actor, organizationId, at }) => {
    const { own } = await listResourceOverrides(database, organizationId);
    if (![...own, ...catalogue].some(({ id }) => id === resourceId)) {
      throw new AppError("not-found", "This resource is not here any more.");
    }
    await chooseForResource(database, actor, organizationId, { resourceId, choice }, at);
  });
}

interface ChangeContext {
  readonly database: Database;
  readonly actor: Actor;
  readonly organizationId: string;
  readonly at: string;
}

async function change(slug: string, work: (context: ChangeContext) => Promise<void>): Promise<ResourceChange> {
  try {
    const actor = await currentActor();
    authorizeWrite(actor);
    const database = await processDatabase();
    const organization = await findOrganization(database, slug);
    if (organization === null) return { problem: "This organization is not here any more." };
    await work({ database, actor, organizationId: organization.id, at: new Date().toISOString() });
    return { isDone: true };
  } catch (error) {
    if (error instanceof AppError) return { problem: error.message };
    throw error;
  }
}
