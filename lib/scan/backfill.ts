import { AppError, toAppError } from "#lib/errors/app-error.ts";
import { factsVersion } from "#lib/model/facts.ts";
import { type Instant, monthsBefore } from "#lib/model/instant.ts";
import type { Usage } from "#lib/providers/source-provider.ts";
import { listHistories, recordHistory, recordHistoryFailure } from "#lib/store/history.ts";
import { listRebuildableRepositories } from "#lib/store/past-repositories.ts";
import { countingDigest } from "./counting-digest.ts";
import { measureSpans } from "./measure-spans.ts";
import type { PastRequest } from "./past-region.ts";
import { type PastReading, readPasts } from "./read-pasts.ts";
import { type HistoryContext, rollUpHistory } from "./roll-up-history.ts";
import type { ScanContext } from "./scan-context.ts";

/** BackfillProgress is how far the past of an organization is rebuilt. */
export interface BackfillProgress {
  /** Repositories whose past can be rebuilt. */
  readonly total: number;
  /** Those of them that are done, by this run or an earlier one. */
  readonly done: number;
  readonly failed: number;
}

/** BackfillContext is what the past of an organization is rebuilt with. */
export interface BackfillContext extends HistoryContext, Pick<ScanContext, "provider"> {
  readonly onProgress?: (progress: BackfillProgress) => void;
}

/** BackfillResult is how a run ended; a paused one goes on where it stopped, once the allowance of the hour is new. */
export interface BackfillResult extends BackfillProgress {
  readonly isPaused: boolean;
}

// Its files share their requests. Fifty pasts of sixty commits have some 40 MB of text.
const batchSize = 50;

// The other half is for scans and pushes, which people wait for.
const allowanceShare = 0.5;

/**
 * backfillOrganization rebuilds, from git, what every repository was before it was first observed, as far back as the
 * policy says, and counts those days. It belongs behind the first scan, which it needs.
 *
 * Each repository is recorded in a transaction of its own, so that a run that is killed or stopped loses one batch at
 * most, and the next one goes on behind what is done. One that fails is marked with its reason and tried again by the
 * next run. Where the provider counts requests, a run spends half of what is left at its beginning and then pauses.
 *
 * @throws AppError what stops the whole organization (token, limit, network); what was rebuilt is kept and counted.
 */
export async function backfillOrganization(context: BackfillContext): Promise<BackfillResult> {
  const { provider, policy, now, signal, onProgress } = context;
  const since = monthsBefore(now(), policy.historyMonths);
  const { requests, total } = await listRequests(context, since);
  let progress: BackfillProgress = { total, done: total - requests.length, failed: 0 };
  onProgress?.(progress);
  const atStart = provider.usage();
  let next = 0;
  try {
    for (; next < requests.length && !isShareSpent(atStart, provider.usage()); next += batchSize) {
      const batch = requests.slice(next, next + batchSize);
      for await (const reading of readPasts(provider, batch, since, signal)) {
        signal.throwIfAborted();
        const isDone = await record(context, reading, since);
        progress = isDone ? { ...progress, done: progress.done + 1 } : { ...progress, failed: progress.failed + 1 };
        onProgress?.(progress);
      }
    }
  } finally {
    if (!signal.aborted) await rollUpHistory(context);
  }
  return { ...progress, isPaused: next < requests.length };
}

/** What is left to be rebuilt: never tried, failed, read by another version of the facts, or not as far back. */
async function listRequests(
  { database, organizationId }: BackfillContext,
  since: Instant,
): Promise<{ readonly requests: readonly PastRequest[]; readonly total: number }> {
  const histories = await listHistories(database, organizationId);
  const byId = new Map(histories.map((history) => [history.repositoryId, history]));
  const repositories = await listRebuildableRepositories(database, organizationId);
  const all = repositories.flatMap((repository) => {
    const history = byId.get(repository.id);
    return history === undefined ? [] : [{ ...repository, ...history }];
  });
  const requests = all.filter(
    ({ rebuilt }) =>
      rebuilt === null || rebuilt.state === "failed" || rebuilt.factsVersion !== factsVersion || rebuilt.since > since,
  );
  return { requests, total: all.length };
}

/** Records a reading; false when it failed, and was marked so. */
async function record(context: BackfillContext, reading: PastReading, since: Instant): Promise<boolean> {
  const { database, policy, now } = context;
  const { id: repositoryId, repository, observedFrom } = reading.request;
  try {
    if (reading.status === "failed") throw reading.error;
    const { snapshots, isCut } = reading;
    const counted = { countedBy: countingDigest(policy), spans: measureSpans(snapshots, repository, policy) };
    await recordHistory(database, {
      repositoryId,
      observedFrom,
      since,
      isPartial: isCut,
      snapshots,
      counted,
      factsVersion,
      at: now(),
    });
    return true;
  } catch (error) {
    const { code, message } = toAppError(error);
    if (!(error instanceof AppError) || code === "database-unavailable") throw error;
    await recordHistoryFailure(database, { repositoryId, since, factsVersion, failure: { code, message }, at: now() });
    return false;
  }
}

function isShareSpent(atStart: Usage, { points, remainingPoints }: Usage): boolean {
  if (remainingPoints === null) return false;
  const spent = points - atStart.points;
  return spent > (remainingPoints + spent) * allowanceShare;
}
