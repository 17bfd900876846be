import { type Instant, monthsBefore } from "#lib/model/instant.ts";
import type { Usage } from "#lib/providers/source-provider.ts";
import type { Database } from "#lib/store/database.ts";
import { listHistories } from "#lib/store/history.ts";
import { listPastAttempts } from "#lib/store/past-attempts.ts";
import { listRebuildable, type Rebuildable, readRebuildable } from "#lib/store/rebuildable-repositories.ts";
import { chunksOf } from "./chunks-of.ts";
import { isPastDue } from "./past-due.ts";
import { type BegunRequest, readByOf, rebuildPasts } from "./rebuild-pasts.ts";
import { type HistoryContext, rollUpHistory } from "./roll-up-history.ts";
import type { ScanContext } from "./scan-context.ts";
import { shareTexts } from "./share-texts.ts";

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

// Its files share their requests. Fifty pasts of sixty commits have some 20 MB of listings; of a repository without Nix
// little more than a head is read.
const batchSizes = { withNix: 50, withoutNix: 200 } as const;

// The other half is for scans and pushes, which people wait for.
const allowanceShare = 0.5;

/**
 * backfillOrganization rebuilds, from git, what every repository was before it was first observed, as far back as the
 * policy says, and counts those days. It belongs behind the first scan, which it needs.
 *
 * Each repository is recorded in a transaction of its own, so that a run that is killed or stopped loses one batch at
 * most, and the next one goes on behind what is done. One that fails is marked with its reason, tried again by later
 * runs, each time after a longer pause, and given up after the third time; so is one that ends its process three times.
 * Where the provider counts requests, a run spends half of what is left at its beginning and then pauses.
 *
 * @throws AppError what stops the whole organization (token, limit, network); what was rebuilt is kept and counted.
 */
export async function backfillOrganization(context: BackfillContext): Promise<BackfillResult> {
  const { database, policy, now, signal, onProgress } = context;
  const provider = shareTexts(context.provider);
  const since = monthsBefore(now(), policy.historyMonths);
  const { due, ...before } = await listDue(context, since);
  let progress: BackfillProgress = before;
  onProgress?.(progress);
  const atStart = provider.usage();
  const batches = batchesOf(due);
  let next = 0;
  try {
    for (; next < batches.length && !isShareSpent(atStart, provider.usage()); next += 1) {
      const batch = await readBatch(database, batches[next] ?? []);
      for await (const isDone of rebuildPasts({ ...context, provider }, batch, since)) {
        progress = isDone ? { ...progress, done: progress.done + 1 } : { ...progress, failed: progress.failed + 1 };
        onProgress?.(progress);
      }
    }
  } finally {
    if (!signal.aborted) await rollUpHistory(context, { isAnew: false });
  }
  return { ...progress, isPaused: next < batches.length };
}

/** DuePast is a past that is to be rebuilt by this run; its repository is read when its turn comes. */
type DuePast = Rebuildable & Pick<BegunRequest, "observedFrom" | "attempts">;

/** Those with Nix first: their past is what people look for. What a killed process had in hand comes last, and alone. */
function batchesOf(due: readonly DuePast[]): readonly (readonly DuePast[])[] {
  const fresh = due.filter(({ attempts }) => attempts === 0);
  return [
    ...chunksOf(
      fresh.filter(({ hasNix }) => hasNix),
      batchSizes.withNix,
    ),
    ...chunksOf(
      fresh.filter(({ hasNix }) => !hasNix),
      batchSizes.withoutNix,
    ),
    ...chunksOf(
      due.filter(({ attempts }) => attempts > 0).toSorted((one, other) => one.attempts - other.attempts),
      1,
    ),
  ];
}

/** Its repositories as they are known by now; one that can be asked no more is left out. */
async function readBatch(database: Database, batch: readonly DuePast[]): Promise<readonly BegunRequest[]> {
  const byId = new Map(batch.map((due) => [due.id, due]));
  const repositories = await readRebuildable(database, [...byId.keys()]);
  return repositories.flatMap((repository) => {
    const due = byId.get(repository.id);
    return due === undefined ? [] : [{ ...due, ...repository }];
  });
}

/** What is to be rebuilt by this run, and how far earlier ones have come. */
async function listDue(
  { database, organizationId, policy, now, isAskedFor = false }: BackfillContext,
  since: Instant,
): Promise<BackfillProgress & { readonly due: readonly DuePast[] }> {
  const attempts = await listPastAttempts(database, organizationId);
  const histories = await listHistories(database, organizationId);
  const byId = new Map(histories.map((history) => [history.repositoryId, history]));
  const wanted = { since, readBy: readByOf(policy), now: now(), isAskedFor };
  const due: DuePast[] = [];
  const counts = { total: 0, done: 0, failed: 0 };
  for (const { id, hasNix } of await listRebuildable(database, organizationId)) {
    const history = byId.get(id);
    if (history === undefined) continue;
    const { observedFrom, rebuilt } = history;
    counts.total += 1;
    if (isPastDue(rebuilt, wanted)) due.push({ id, hasNix, observedFrom, attempts: attempts.get(id) ?? 0 });
    else counts[rebuilt?.state === "failed" ? "failed" : "done"] += 1;
  }
  return { due, ...counts };
}

function isShareSpent(atStart: Usage, { points, remainingPoints }: Usage): boolean {
  if (remainingPoints === null) return false;
  const spent = points - atStart.points;
  return spent > (remainingPoints + spent) * allowanceShare;
}
