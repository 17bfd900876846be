import { currentActor } from "#lib/access/current-actor.ts";
import { processConfig } from "#lib/config/process-config.ts";
import { defaultPolicy } from "#lib/model/policy.ts";
import { processDatabase } from "#lib/store/process-database.ts";
import type { ReadContext } from "./read-context.ts";

/** currentReadContext is the context of the request that is being answered. */
export async function currentReadContext(): Promise<ReadContext> {
  return {
    actor: await currentActor(),
    database: await processDatabase(),
    asOf: new Date().toISOString(),
    policy: defaultPolicy,
    scanCron: processConfig().scanCron,
  };
}
