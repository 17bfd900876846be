import { authorizeWrite } from "#lib/access/authorize.ts";
import { currentActor } from "#lib/access/current-actor.ts";
import { AppError } from "#lib/errors/app-error.ts";
import type { Actor } from "#lib/model/actor.ts";
import type { Instant } from "#lib/model/instant.ts";
import type { Database } from "#lib/store/database.ts";
import { findOrganization, type OrganizationRecord } from "#lib/store/organizations.ts";
import { processDatabase } from "#lib/store/process-database.ts";

/** CommandResult is what a person's write came to: done, or in words why not. */
export type CommandResult = { readonly done: true } | { readonly problem: string };

/** CommandContext is what a command works with, after its actor was allowed to write. */
export interface CommandContext {
  readonly actor: Actor;
  readonly database: Database;
  readonly organization: OrganizationRecord;
  readonly at: Instant;
}

/**
 * runCommand runs a write in an organization, on behalf of whoever sends the request, after it was authorized. An
 * AppError becomes its sentence; any other error is ours and is thrown.
 */
export async function runCommand(
  slug: string,
  write: (context: CommandContext) => Promise<void>,
): Promise<CommandResult> {
  try {
    const actor = await currentActor();
    authorizeWrite(actor);
    const database = await processDatabase();
    const organization = await findOrganization(database, slug);
    if (organization === null) return { problem: "This organization is not here any more." };
    await write({ actor, database, organization, at: new Date().toISOString() });
    return { done: true };
  } catch (error) {
    if (error instanceof AppError) return { problem: error.message };
    throw error;
  }
}
