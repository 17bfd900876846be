import { z } from "zod";
import { type Actor, actorName } from "#lib/model/actor.ts";
import { themes } from "#lib/model/finding.ts";
import type { Instant } from "#lib/model/instant.ts";
import {
  type Resource,
  type ResourceChoice,
  type ResourceOverrides,
  resourceKinds,
  resourceLevels,
} from "#lib/model/resource.ts";
import { stages } from "#lib/model/stage.ts";
import type { Database } from "./database.ts";
import { isUuid } from "./scan-record.ts";
import { toStorableKey, toStorableText } from "./storable.ts";
import { takeTurns } from "./take-turns.ts";
import { inTransaction } from "./transaction.ts";

/** NewResource is a resource that an organization adds. */
export type NewResource = Omit<Resource, "id">;

const ownPrefix = "own-";

const row = z.object({
  id: z.string(),
  title: z.string(),
  url: z.string(),
  kind: z.enum(resourceKinds),
  level: z.enum(resourceLevels),
  theme: z.enum(themes),
  stages: z.array(z.enum(stages)),
  checks: z.array(z.string()),
  summary: z.string(),
  minutes: z.number().nullable(),
});

const select = {
  id: true,
  title: true,
  url: true,
  kind: true,
  level: true,
  theme: true,
  stages: true,
  checks: true,
  summary: true,
  minutes: true,
} as const;

/**
 * addResource records a resource that `actor` adds for an organization at `at`. While one with the same address is
 * there already, that one is the answer.
 *
 * @returns the resource's id, `own-` and a uuid.
 */
export function addResource(
  db: Database,
  actor: Actor,
  organizationId: string,
  resource: NewResource,
  at: Instant,
): Promise<string> {
  const { title, url, kind, level, theme, summary, minutes } = resource;
  return inTransaction(db, async (transaction) => {
    await takeTurns(transaction, organizationId);
    const same = await transaction.ownResource.findFirst({
      where: { organizationId, url: toStorableText(url), removedAt: null },
      select: { id: true },
    });
    if (same !== null) return `${ownPrefix}${same.id}`;
    const { id } = await transaction.ownResource.create({
      data: {
        organizationId,
        title: toStorableText(title),
        url: toStorableText(url),
        kind,
        level,
        theme,
        stages: [...resource.stages],
        checks: resource.checks.map(toStorableKey),
        summary: toStorableText(summary),
        minutes,
        addedBy: actorName(actor),
        addedAt: at,
      },
      select: { id: true },
    });
    return `${ownPrefix}${id}`;
  });
}

/** removeResource takes an organization's own resource away at `at`. The row stays, with who removed it first. */
export async function removeResource(
  db: Database,
  actor: Actor,
  organizationId: string,
  resourceId: string,
  at: Instant,
): Promise<void> {
  const id = resourceId.startsWith(ownPrefix) ? resourceId.slice(ownPrefix.length) : "";
  if (!isUuid(id)) return;
  await db.client.ownResource.updateMany({
    where: { id, organizationId, removedAt: null },
    data: { removedAt: at, removedBy: actorName(actor) },
  });
}

/**
 * chooseForResource hides or pins a resource for an organization from `at` on, or with null undoes what was chosen.
 * Choices that end keep their row, with who ended them.
 */
export function chooseForResource(
  db: Database,
  actor: Actor,
  organizationId: string,
  { resourceId, choice }: { readonly resourceId: string; readonly choice: ResourceChoice | null },
  at: Instant,
): Promise<void> {
  const open = { organizationId, resourceId: toStorableKey(resourceId), undoneAt: null };
  return inTransaction(db, async (transaction) => {
    await takeTurns(transaction, organizationId);
    const current = await transaction.resourceChoice.findFirst({ where: open, select: { choice: true } });
    if ((current?.choice ?? null) === choice) return;
    await transaction.resourceChoice.updateMany({
      where: open,
      data: { undoneAt: at, undoneBy: actorName(actor) },
    });
    if (choice === null) return;
    await transaction.resourceChoice.create({
      data: { ...open, choice, madeBy: actorName(actor), madeAt: at },
      select: { id: true },
    });
  });
}

/** listResourceOverrides is how an organization differs from the catalogue now; its own resources newest first. */
export async function listResourceOverrides(db: Database, organizationId: string): Promise<ResourceOverrides> {
  const own = await db.client.ownResource.findMany({
    where: { organizationId, removedAt: null },
    select,
    orderBy: [{ addedAt: "desc" }, { id: "asc" }],
  });
  const choices = await db.client.resourceChoice.findMany({
    where: { organizationId, undoneAt: null },
    select: { resourceId: true, choice: true },
  });
  return {
    own: row
      .array()
      .parse(own)
      .map((resource) => ({ ...resource, id: `${ownPrefix}${resource.id}` })),
    choices: new Map(choices.map(({ resourceId, choice }) => [resourceId, choice])),
  };
}
