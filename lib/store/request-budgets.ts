import type { Instant } from "#lib/model/instant.ts";
import type { ApiResource, RateLimit } from "#lib/model/rate-limit.ts";
import type { Database } from "./database.ts";
import { toStorableKey } from "./storable.ts";

/** BudgetRecord is what is known of one resource: null where GitHub has not said, or nobody holds the lane. */
export interface BudgetRecord {
  readonly limit: RateLimit | null;
  readonly pausedUntil: Instant | null;
  /** When the lane is free at the latest; null when it is free. */
  readonly laneUntil: Instant | null;
}

/**
 * Urgency orders who asks next: a refresh, which somebody waits for, before a scan, and a scan before the past.
 */
export type Urgency = "refresh" | "scan" | "history";

const select = {
  limit: true,
  remaining: true,
  resetAt: true,
  pausedUntil: true,
  laneUntil: true,
} as const;

/** readBudget is what is known of one resource of some credentials; all null before the first request. */
export async function readBudget(db: Database, key: string, resource: ApiResource): Promise<BudgetRecord> {
  const where = { key_resource: { key: toStorableKey(key), resource } };
  const row = await db.client.requestBudget.findUnique({ where, select });
  const { limit = null, remaining = null, resetAt = null, pausedUntil = null, laneUntil = null } = row ?? {};
  const isKnown = limit !== null && remaining !== null && resetAt !== null;
  return {
    limit: isKnown ? { limit, remaining, resetAt: resetAt.toISOString() } : null,
    pausedUntil: pausedUntil?.toISOString() ?? null,
    laneUntil: laneUntil?.toISOString() ?? null,
  };
}

/**
 * takeLane gives the lane of a resource to `holder` until `until`, unless another has it, somebody more urgent wants it,
 * a pause holds, or no more than `reserve` requests are left of an hour that is not over.
 *
 * @returns whether the holder has it now.
 */
export async function takeLane(
  db: Database,
  key: string,
  resource: ApiResource,
  turn: {
    readonly holder: string;
    readonly urgency: Urgency;
    readonly at: Instant;
    readonly until: Instant;
    readonly reserveShare: number;
  },
): Promise<boolean> {
  const { holder, urgency, at, until, reserveShare } = turn;
  const taken = await db.client.$executeRaw`
    INSERT INTO request_budget AS budget (key, resource, lane_holder, lane_until)
    VALUES (${toStorableKey(key)}, ${resource}::"ApiResource", ${holder}::uuid, ${until}::timestamptz)
    ON CONFLICT (key, resource) DO UPDATE SET lane_holder = EXCLUDED.lane_holder, lane_until = EXCLUDED.lane_until
    WHERE (budget.lane_until IS NULL OR budget.lane_until <= ${at}::timestamptz OR budget.lane_holder = ${holder}::uuid)
      AND (${urgency === "refresh"} OR coalesce(budget.refresh_wanted_until <= ${at}::timestamptz, TRUE))
      AND (${urgency !== "history"} OR coalesce(budget.scan_wanted_until <= ${at}::timestamptz, TRUE))
      AND (budget.paused_until IS NULL OR budget.paused_until <= ${at}::timestamptz)
      AND (budget.remaining IS NULL OR budget.reset_at <= ${at}::timestamptz
        OR budget.remaining > budget."limit" * ${reserveShare}::float8)`;
  return taken > 0;
}

/** wantLane keeps the lane from whoever is less urgent until `until`, as soon as it is free. */
export async function wantLane(
  db: Database,
  key: string,
  resource: ApiResource,
  { urgency, until }: { readonly urgency: Urgency; readonly until: Instant },
): Promise<void> {
  const data = wanted(urgency, until);
  if (data !== null) await db.client.requestBudget.updateMany({ where: { key: toStorableKey(key), resource }, data });
}

/** Nobody is less urgent than the past, so it keeps the lane from nobody. */
function wanted(urgency: Urgency, until: Instant) {
  if (urgency === "history") return null;
  return urgency === "refresh" ? { refreshWantedUntil: until } : { scanWantedUntil: until };
}

/**
 * leaveLane gives the lane back, and keeps what the answer said of the limit; null keeps what was known.
 *
 * @param wantedUntil keeps it until then for whoever is as urgent as the holder; null for nobody.
 */
export async function leaveLane(
  db: Database,
  key: string,
  resource: ApiResource,
  left: {
    readonly holder: string;
    readonly urgency: Urgency;
    readonly wantedUntil: Instant | null;
    readonly limit: RateLimit | null;
  },
): Promise<void> {
  const { holder, urgency, wantedUntil, limit } = left;
  const next = wantedUntil === null ? null : wanted(urgency, wantedUntil);
  await db.client.requestBudget.updateMany({
    where: { key: toStorableKey(key), resource, laneHolder: holder },
    data: { laneHolder: null, laneUntil: null, ...limit, ...next },
  });
}

/** recordLimit keeps what an answer said of the limit of a resource that has no lane. */
export async function recordLimit(db: Database, key: string, resource: ApiResource, limit: RateLimit): Promise<void> {
  const identity = { key: toStorableKey(key), resource };
  await db.client.requestBudget.upsert({
    where: { key_resource: identity },
    create: { ...identity, ...limit },
    update: limit,
    select: { key: true },
  });
}

/** pauseBudget lets nobody with these credentials ask before `until`; an earlier end than the one that stands is passed over. */
export async function pauseBudget(
  db: Database,
  key: string,
  resources: readonly ApiResource[],
  until: Instant,
): Promise<void> {
  for (const resource of resources) {
    await db.client.$executeRaw`
      INSERT INTO request_budget AS budget (key, resource, paused_until)
      VALUES (${toStorableKey(key)}, ${resource}::"ApiResource", ${until}::timestamptz)
      ON CONFLICT (key, resource) DO UPDATE
      SET paused_until = greatest(budget.paused_until, EXCLUDED.paused_until)`;
  }
}
