import { toAppError } from "#lib/errors/app-error.ts";
import { backfillOrganization } from "./backfill.ts";
import { updateDrift } from "./drift.ts";
import { judgeAgain } from "./reevaluate.ts";
import { recordingOf } from "./refresh-jobs.ts";
import { openOrganization, type WorkContext } from "./work-context.ts";

// GitHub counts by the hour, and nothing is gained by half of what is left of the same one.
const hourSeconds = 3600;

/**
 * workOnHistory lets this process rebuild the past of organizations. It comes behind each scan, so that the first one
 * is not held up, and finds little to do behind the later ones: what is new, and what an earlier run left. With it the
 * branches are asked for that inputs point to. What has spent its share of an hour goes on in the next one.
 */
export async function workOnHistory(context: WorkContext): Promise<void> {
  const { database, queue, now, log } = context;
  await queue.work("rebuild-history", async ({ organizationId }, signal) => {
    try {
      const organization = await openOrganization(context, organizationId, "history");
      if (organization === null) return;
      const result = await backfillOrganization({ ...organization, database, now, signal });
      const { total, done, failed, isPaused } = result;
      if (isPaused) await queue.send("rebuild-history", { organizationId }, hourSeconds);
      const asked = await updateDrift({ ...organization, database, now, signal });
      // What has not moved upstream is not stale; the findings of the scan before could not know it yet.
      if (asked > 0) await judgeAgain(await recordingOf(context, organization), organizationId, signal);
      log.info("The past was rebuilt", { organization: organizationId, total, done, failed, isPaused });
    } catch (error) {
      // Whoever comes next goes on with it.
      if (signal.aborted) throw error;
      const appError = toAppError(error);
      log.warn("The past could not be rebuilt", { organization: organizationId, problem: appError.message });
      if (appError.isRetryable || appError.code === "internal") throw error;
    }
  });
}
