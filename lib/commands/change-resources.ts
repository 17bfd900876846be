import { AppError } from "#lib/errors/app-error.ts";
import { catalogue } from "#lib/learn/catalogue.ts";
import type { Resource, ResourceChoice } from "#lib/model/resource.ts";
import { recordAudit } from "#lib/store/audit.ts";
import {
  addResource,
  chooseForResource,
  listResourceOverrides,
  removeResource,
} from "#lib/store/resource-overrides.ts";
import { parseNewResource } from "./new-resource.ts";
import { type CommandContext, type CommandResult, runCommand } from "./run-command.ts";

// 200: more than anybody reads, and few enough to rank with every page.
const ownMax = 200;

/** addOwnResource adds the resource of a form to those of an organization. */
export function addOwnResource(slug: string, form: FormData): Promise<CommandResult> {
  return runCommand(slug, async (context) => {
    const { database, actor, organization, at } = context;
    const parsed = parseNewResource(form);
    if ("problem" in parsed) throw new AppError("parse", parsed.problem);
    const { own } = await listResourceOverrides(database, organization.id);
    if (own.some(({ url }) => url === parsed.resource.url)) {
      throw new AppError("conflict", "A resource with this address is here already.");
    }
    if (own.length >= ownMax) {
      throw new AppError("conflict", `There are ${ownMax} resources of your own already; remove one first.`);
    }
    await addResource(database, actor, organization.id, parsed.resource, at);
    await record(context, `Added the resource ${parsed.resource.title}, ${parsed.resource.url}.`);
  });
}

/** removeOwnResource takes away a resource that the organization has added. */
export function removeOwnResource(slug: string, resourceId: string): Promise<CommandResult> {
  return runCommand(slug, async (context) => {
    const { database, actor, organization, at } = context;
    const { own } = await listResourceOverrides(database, organization.id);
    const { title, url } = found(own, resourceId);
    await removeResource(database, actor, organization.id, resourceId, at);
    await record(context, `Removed the resource ${title}, ${url}.`);
  });
}

/** changeResourceChoice hides or pins a resource for an organization; null undoes either. */
export function changeResourceChoice(
  slug: string,
  resourceId: string,
  choice: ResourceChoice | null,
): Promise<CommandResult> {
  return runCommand(slug, async (context) => {
    const { database, actor, organization, at } = context;
    const { own, choices } = await listResourceOverrides(database, organization.id);
    const { title } = found([...own, ...catalogue], resourceId);
    const before = choices.get(resourceId) ?? null;
    if (before === choice) return;
    await chooseForResource(database, actor, organization.id, { resourceId, choice }, at);
    await record(context, `The resource ${title} is ${choiceWords(choice)}, before ${choiceWords(before)}.`);
  });
}

function found(resources: readonly Resource[], resourceId: string): Resource {
  const resource = resources.find(({ id }) => id === resourceId);
  if (resource === undefined) throw new AppError("not-found", "This resource is not here any more.");
  return resource;
}

function choiceWords(choice: ResourceChoice | null): string {
  return choice ?? "shown in its place";
}

async function record({ database, actor, organization, at }: CommandContext, summary: string): Promise<void> {
  await recordAudit(database, actor, { organizationId: organization.id, action: "resource-changed", summary, at });
}
