import { toAppError } from "#lib/errors/app-error.ts";
import { factsVersion } from "#lib/model/facts.ts";
import { type Instant, monthsBefore } from "#lib/model/instant.ts";
import type { Policy } from "#lib/model/policy.ts";
import type { Usage } from "#lib/providers/source-provider.ts";
import { listHistories, recordHistory, recordHistoryFailure } from "#lib/store/history.ts";
import { listRebuildableRepositories } from "#lib/store/past-repositories.ts";
import { countingDigest } from "./counting-digest.ts";
import { measureSpans } from "./measure-spans.ts";
import { isPastDue } from "./past-due.ts";
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
  /** Somebody asked for it, so what was given up is tried again. */
  readonly isAskedFor?: boolean;
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
 * most, and the next one goes on behind what is done. One that fails is marked with its reason, tried again by later
 * runs, each time after a longer pause, and given up after the third time. Where the provider counts requests, a run spends half of what is left at its beginning and then pauses.
 *
 * @throws AppError what stops the whole organization (token, limit, network); what was rebuilt is kept and counted.
 */
export async function backfillOrganization(context: BackfillContext): Promise<BackfillResult> {
  const { provider, policy, now, signal, onProgress } = context;
  const since = monthsBefore(now(), policy.historyMonths);
  const { requests, ...before } = await listRequests(context, since);
  let progress: BackfillProgress = before;
  onProgress?.(progress);
  const atStart = provider.usage();
  let next = 0;
  try {
    for (; next < requests.length && !isShareSpent(atStart, provider.usage()); next += batchSize) {
      const batch = requests.slice(next, next + batchSize);
      for await (const reading of readPasts(provider, batch, { since, rolesByPath: policy.rolesByPath }, signal)) {
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

/** What is to be rebuilt by this run, and how far earlier ones have come. */
async function listRequests(
  { database, organizationId, policy, now, isAskedFor = false }: BackfillContext,
  since: Instant,
): Promise<BackfillProgress & { readonly requests: readonly PastRequest[] }> {
  const histories = await listHistories(database, organizationId);
  const byId = new Map(histories.map((history) => [history.repositoryId, history]));
  const repositories = await listRebuildableRepositories(database, organizationId);
  const all = repositories.flatMap((repository) => {
    const history = byId.get(repository.id);
    return history === undefined ? [] : [{ ...repository, ...history }];
  });
  const wanted = { since, readBy: readByOf(policy), now: now(), isAskedFor };
  const [due, others] = [true, false].map((isDue) => all.filter(({ rebuilt }) => isPastDue(rebuilt, wanted) === isDue));
  const failed = (others ?? []).filter(({ rebuilt }) => rebuilt?.state === "failed").length;
  return { requests: due ?? [], total: all.length, done: (others ?? []).length - failed, failed };
}

/** What of the policy facts are read by; the rest of it is asked when they are judged. */
function readByOf({ rolesByPath }: Policy): string {
  return JSON.stringify(rolesByPath);
}

/** Records a reading; false when it failed, and was marked so. */
async function record(context: BackfillContext, reading: PastReading, since: Instant): Promise<boolean> {
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

function isShareSpent(atStart: Usage, { points, remainingPoints }: Usage): boolean {
  if (remainingPoints === null) return false;
  const spent = points - atStart.points;
  return spent > (remainingPoints + spent) * allowanceShare;
}
