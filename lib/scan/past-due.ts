import { factsVersion } from "#lib/model/facts.ts";
import type { Instant } from "#lib/model/instant.ts";
import type { HistoryRecord } from "#lib/store/history.ts";

/** PastWanted is what the past of a repository is wanted as. */
export interface PastWanted {
  readonly since: Instant;
  /** What of the policy facts are read by, as one text. */
  readonly readBy: string;
  readonly now: Instant;
  /** Somebody asked for it: what was given up is tried again, too. */
  readonly isAskedFor: boolean;
}

/** pastFailuresMax: what fails three times, an hour apart in the end, fails for good: a repository that is too large, or broken. */
export const pastFailuresMax = 3;

// Ten minutes after the first failure, an hour after the second.
const firstPauseMs = 10 * 60_000;
const pauseGrowth = 6;

/**
 * isPastDue says whether the past of a repository is to be rebuilt now: never tried, read by another version of the
 * facts or another policy, not as far back, or failed and due for another try.
 */
export function isPastDue(rebuilt: HistoryRecord["rebuilt"], { since, readBy, now, isAskedFor }: PastWanted): boolean {
  if (rebuilt === null || rebuilt.factsVersion !== factsVersion || rebuilt.readBy !== readBy) return true;
  if (rebuilt.state !== "failed") return rebuilt.since > since;
  if (isAskedFor) return true;
  const pauseMs = firstPauseMs * pauseGrowth ** (rebuilt.failures - 1);
  return rebuilt.failures < pastFailuresMax && Date.parse(now) >= Date.parse(rebuilt.readAt) + pauseMs;
}
