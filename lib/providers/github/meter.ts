import type { Usage } from "../source-provider.ts";
import type { Failure, Headers } from "./failures.ts";
import { rateLimitSchema } from "./wire/answer.ts";

type Sent = { readonly data: unknown; readonly headers: Headers } | Failure;

/** Meter adds up what a client has spent. */
export interface Meter {
  countGraphql(sent: Sent): void;
  countRest(): void;
  usage(): Usage;
}

/**
 * createMeter counts every attempt that left this machine, also those that failed.
 * A query costs what its `rateLimit` says, or 1 point where it does not (a failure, an Enterprise Server without
 * limits). What is left comes from the headers of GraphQL answers, which also count what others spend.
 */
export function createMeter(): Meter {
  let graphql = 0;
  let rest = 0;
  let points = 0;
  let remainingPoints: number | null = null;
  return {
    countGraphql(sent) {
      graphql += 1;
      const rateLimit = "kind" in sent ? undefined : readRateLimit(sent.data);
      points += rateLimit?.cost ?? 1;
      if (!("kind" in sent)) remainingPoints = readRemaining(sent.headers) ?? rateLimit?.remaining ?? remainingPoints;
    },
    countRest() {
      rest += 1;
    },
    usage: () => ({ graphql, rest, points, remainingPoints }),
  };
}

function readRateLimit(body: unknown) {
  if (typeof body !== "object" || body === null || !("data" in body)) return undefined;
  return rateLimitSchema.safeParse(body.data).data?.rateLimit;
}

function readRemaining(headers: Headers): number | undefined {
  const remaining = headers["x-ratelimit-remaining"];
  return remaining === undefined || !/^\d+$/.test(String(remaining)) ? undefined : Number(remaining);
}
