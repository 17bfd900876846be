import { AppError } from "#lib/errors/app-error.ts";
import type { Actor } from "#lib/model/actor.ts";

/**
 * authorizeRead allows an actor to read, or throws AppError `forbidden`. Every view calls it before it reads.
 * Until people can sign in, Flakeboard serves its own machine only, and whoever sits there may read all of it.
 */
export function authorizeRead(actor: Actor): void {
  allow(actor, { local: true, system: true });
}

/** authorizeWrite allows an actor to change something, or throws AppError `forbidden`. Every command calls it first. */
export function authorizeWrite(actor: Actor): void {
  allow(actor, { local: true, system: true });
}

function allow(actor: Actor, allowed: Readonly<Record<Actor["kind"], boolean>>): void {
  if (!allowed[actor.kind]) throw new AppError("forbidden", "You may not do this here.");
}
