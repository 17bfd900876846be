import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Instant } from "#lib/model/instant.ts";
import type { RateLimit } from "#lib/model/rate-limit.ts";
import type { RequestBudget, Settle } from "#lib/providers/request-budget.ts";
import type { Database } from "#lib/store/database.ts";
import {
  type BudgetRecord,
  leaveLane,
  pauseBudget,
  readBudget,
  recordLimit,
  takeLane,
  type Urgency,
  wantLane,
} from "#lib/store/request-budgets.ts";

interface SharedBudgetOptions {
  readonly database: Database;
  /** Tells the credentials apart; no secret. */
  readonly key: string;
  readonly now: () => Instant;
  /** Whose turn comes first. */
  readonly urgency: Urgency;
  /** The part of an hour's requests that is left to others: 0.05 of 5,000 are 250. */
  readonly reserveShare?: number;
}

// 0.05: enough for the person who looks at one repository meanwhile, and for what other programs do with the token.
const reserveShareUsual = 0.05;

// A query ends within 15 s or is given up; whoever is silent for longer than this is gone.
const laneMs = 20_000;

// How soon a lane that another process had is noticed to be free; half of what one query usually takes.
const laneLookMs = 250;

// Four looks: whoever waits says so at each of them, and is forgotten soon when it was lost.
const wantedMs = 1_000;

// A refresh asks a second query as soon as it has looked at the answer to its first.
const refreshPauseMs = 300;

// Others' REST requests of the last second are a few dozen at most; the reserve bears them.
const knownForMs = 1_000;

// Clocks differ, and an hour that is moved while we wait should be noticed.
const waitMsMax = 30_000;

/**
 * createSharedBudget is one budget for all processes and jobs with the same credentials, kept in the database: one
 * GraphQL query at a time among them, the most urgent first, a pause for all when GitHub asks one to wait, and nobody
 * begins what the hour no longer has. Where GitHub reports no limits (Enterprise Server) only the lane and the pauses remain.
 */
export function createSharedBudget({
  database,
  key,
  now,
  urgency,
  reserveShare = reserveShareUsual,
}: SharedBudgetOptions): RequestBudget {
  const holder = randomUUID();
  let restKnown: { readonly record: BudgetRecord; readonly atMs: number } | undefined;

  async function admitGraphql(signal: AbortSignal): Promise<Settle> {
    for (;;) {
      signal.throwIfAborted();
      const at = now();
      const until = instantAfter(at, laneMs);
      if (await takeLane(database, key, "graphql", { holder, urgency, at, until, reserveShare })) break;
      await wantLane(database, key, "graphql", { urgency, until: instantAfter(at, wantedMs) });
      const record = await readBudget(database, key, "graphql");
      const waitMs = waitMsOf(record, reserveShare, at);
      await pause(waitMs > 0 ? waitMs : laneLookMs, signal);
    }
    return (limit) => {
      const wantedUntil = urgency === "refresh" ? instantAfter(now(), refreshPauseMs) : null;
      return leaveLane(database, key, "graphql", { holder, urgency, wantedUntil, limit });
    };
  }

  async function admitRest(signal: AbortSignal): Promise<Settle> {
    for (;;) {
      signal.throwIfAborted();
      const at = now();
      if (restKnown === undefined || Date.parse(at) - restKnown.atMs >= knownForMs) {
        restKnown = { record: await readBudget(database, key, "rest"), atMs: Date.parse(at) };
      }
      const waitMs = waitMsOf(restKnown.record, reserveShare, at);
      if (waitMs <= 0) return settleRest;
      await pause(waitMs, signal);
    }
  }

  /** Once a second is enough to write down: every answer tells all that came before it. */
  async function settleRest(limit: RateLimit | null): Promise<void> {
    if (limit === null) return;
    const isNews =
      restKnown?.record.limit?.resetAt !== limit.resetAt || Date.parse(now()) - restKnown.atMs >= knownForMs;
    restKnown = {
      record: { pausedUntil: null, laneUntil: null, ...restKnown?.record, limit },
      atMs: restKnown?.atMs ?? 0,
    };
    if (isNews) await recordLimit(database, key, "rest", limit);
  }

  return {
    admit: (resource, signal) => (resource === "graphql" ? admitGraphql(signal) : admitRest(signal)),
    async pause(until, resource) {
      await pauseBudget(database, key, resource === "all" ? ["graphql", "rest"] : [resource], until);
      restKnown = undefined;
    },
  };
}

/** waitMsOf is how long nobody may ask; 0 when only the lane is taken. */
function waitMsOf({ limit, pausedUntil }: BudgetRecord, reserveShare: number, at: Instant): number {
  const isSpent = limit !== null && limit.remaining <= limit.limit * reserveShare;
  const ends = [pausedUntil, isSpent ? limit.resetAt : null].map((end) => (end === null ? 0 : Date.parse(end)));
  return Math.max(0, Math.max(...ends) - Date.parse(at));
}

function instantAfter(at: Instant, ms: number): Instant {
  return new Date(Date.parse(at) + ms).toISOString();
}

async function pause(waitMs: number, signal: AbortSignal): Promise<void> {
  await sleep(Math.min(waitMs, waitMsMax), undefined, { signal }).catch(() => signal.throwIfAborted());
}
