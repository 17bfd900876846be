import { currentActor } from "#lib/access/current-actor.ts";
import { processConfig } from "#lib/config/process-config.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { processDatabase } from "#lib/store/process-database.ts";
import type { ReadContext } from "./read-context.ts";

/** currentReadContext is the context of the request that is being answered. */
export async function currentReadContext(): Promise<ReadContext> {
  return {
    actor: await currentActor(),
    database: await processDatabase(),
    asOf: new Date().toISOString(),
    scanCron: processConfig().scanCron,
  };
}

/**
 * orProblem gives what a read gives, or the sentence of an AppError: production builds hide the message of what is
 * thrown from people.
 */
export async function orProblem<T>(
  read: () => Promise<T>,
): Promise<{ readonly value: T } | { readonly problem: string }> {
  try {
    return { value: await read() };
  } catch (error) {
    if (error instanceof AppError) return { problem: error.message };
    throw error;
  }
}
