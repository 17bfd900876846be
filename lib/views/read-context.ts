import type { Actor } from "#lib/model/actor.ts";
import type { Instant } from "#lib/model/instant.ts";
import type { Database } from "#lib/store/database.ts";

/** ReadContext is what every view is read with: who asks, where from, and the moment that ages are counted to. */
export interface ReadContext {
  readonly database: Database;
  readonly actor: Actor;
  readonly asOf: Instant;
  /** The schedule's cron line in UTC; null when it is off. */
  readonly scanCron: string | null;
}
