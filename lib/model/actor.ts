/**
 * Actor is who asks for a read or a write. Every command and every view takes one and authorizes it.
 * Without sign-in there is one person, at this machine (`local`); the schedule, start-up and webhooks act as `system`.
 */
export type Actor =
  | { readonly kind: "local" }
  | { readonly kind: "system"; readonly name: "schedule" | "start" | "webhook" };

/** actorName is how an actor is recorded beside what they did. */
export function actorName(actor: Actor): string {
  return actor.kind === "system" ? actor.name : "local";
}
