import { AppError } from "#lib/errors/app-error.ts";
import type { Usage } from "#lib/providers/source-provider.ts";
import { beatScan } from "#lib/store/scan-progress.ts";
import type { ScanContext } from "./scan-context.ts";

// A page asks once a second, and a person who stops a scan wants to see it stop.
const beatMs = 500;

/**
 * withHeart works on a scan while its heart beats: twice a second it records that someone is at it and what was spent
 * at the provider, and looks whether the scan was stopped meanwhile; then the signal that `work` is given fires.
 *
 * @throws what `work` throws; AppError `interrupted` when the scan was stopped.
 */
export async function withHeart(context: ScanContext, work: (context: ScanContext) => Promise<void>): Promise<void> {
  const { database, scanId, provider, now } = context;
  const stopping = new AbortController();
  let told: Usage = { graphql: 0, rest: 0, points: 0, remainingPoints: null };
  let beating = Promise.resolve();

  const beat = async (): Promise<void> => {
    const used = provider.usage();
    const spent = {
      graphql: used.graphql - told.graphql,
      rest: used.rest - told.rest,
      points: used.points - told.points,
      remainingPoints: used.remainingPoints,
    };
    told = used;
    if (!(await beatScan(database, scanId, { spent, at: now() }))) {
      stopping.abort(new AppError("interrupted", "The scan was stopped. What it had read is kept."));
    }
  };
  // One beat at a time, however slow the database is; one that fails stops the work, which would fail as well.
  const timer = setInterval(() => {
    beating = beating.then(beat).catch((error: unknown) => stopping.abort(error));
  }, beatMs);
  try {
    await work({ ...context, signal: AbortSignal.any([context.signal, stopping.signal]) });
  } finally {
    clearInterval(timer);
    await beating;
    await beat();
  }
}
