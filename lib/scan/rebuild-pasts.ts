import { toAppError } from "#lib/errors/app-error.ts";
import { factsVersion } from "#lib/model/facts.ts";
import type { Instant } from "#lib/model/instant.ts";
import type { Policy } from "#lib/model/policy.ts";
import { recordHistory, recordHistoryFailure } from "#lib/store/history.ts";
import { countPastAttempts, forgetPastAttempts } from "#lib/store/past-attempts.ts";
import { countingDigest } from "./counting-digest.ts";
import { measureSpans } from "./measure-spans.ts";
import { pastFailuresMax } from "./past-due.ts";
import type { PastRequest } from "./past-region.ts";
import { type PastReading, readPasts } from "./read-pasts.ts";
import type { ScanContext } from "./scan-context.ts";

// As in a scan: once may be a process that was stopped, twice bad luck; what is begun three times and never ended is the
// cause.
const attemptsMax = 3;

/** BegunRequest is a past that is to be read, and how often that was begun by a process that was killed over it. */
export type BegunRequest = PastRequest & { readonly attempts: number };

type RebuildContext = Pick<ScanContext, "database" | "provider" | "policy" | "now" | "signal">;

/**
 * rebuildPasts reads some pasts together and records each by itself; one that cannot be read, or ended its process three
 * times, is marked with its reason. Only a process that is killed leaves its count of attempts behind.
 *
 * @returns of each whether it was rebuilt.
 */
export async function* rebuildPasts(
  context: RebuildContext,
  batch: readonly BegunRequest[],
  since: Instant,
): AsyncGenerator<boolean> {
  const { database, provider, policy, signal } = context;
  const ids = batch.map(({ id }) => id);
  await countPastAttempts(database, ids);
  try {
    const [first] = batch;
    if (first !== undefined && first.attempts >= attemptsMax) {
      await setAside(context, first, since);
      yield false;
      return;
    }
    for await (const reading of readPasts(provider, batch, { since, rolesByPath: policy.rolesByPath }, signal)) {
      signal.throwIfAborted();
      yield await record(context, reading, since);
    }
  } finally {
    await forgetPastAttempts(database, ids);
  }
}

async function setAside(
  { database, policy, now }: RebuildContext,
  { id }: BegunRequest,
  since: Instant,
): Promise<void> {
  await recordHistoryFailure(database, {
    repositoryId: id,
    since,
    factsVersion,
    readBy: readByOf(policy),
    failure: {
      code: "internal",
      message: `Reading the past of this repository ended the process ${attemptsMax} times, so it was set aside. Run flakeboard backfill to try it once more.`,
    },
    times: pastFailuresMax,
    at: now(),
  });
}

/** readByOf is what of the policy facts are read by; the rest of it is asked when they are judged. */
export function readByOf({ rolesByPath }: Policy): string {
  return JSON.stringify(rolesByPath);
}

/** Records a reading; false when it failed, and was marked so. */
async function record(context: RebuildContext, reading: PastReading, since: Instant): Promise<boolean> {
  const { database, policy, now } = context;
  const { id: repositoryId, repository, observedFrom } = reading.request;
  try {
    if (reading.status === "failed") throw reading.error;
    const { snapshots, isCut } = reading;
    const counted = { countedBy: countingDigest(policy), ...measureSpans(snapshots, repository, policy) };
    await recordHistory(database, {
      repositoryId,
      observedFrom,
      since,
      isPartial: isCut,
      snapshots,
      counted,
      factsVersion,
      readBy: readByOf(policy),
      at: now(),
    });
    return true;
  } catch (error) {
    const { code, message } = toAppError(error);
    // What is thrown over one repository is its own failure, and would be thrown again; an outage concerns them all.
    if (code === "database-unavailable" || code === "database-locked") throw error;
    const failed = { repositoryId, since, factsVersion, readBy: readByOf(policy), at: now() };
    await recordHistoryFailure(database, { ...failed, failure: { code, message } });
    return false;
  }
}
