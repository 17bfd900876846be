import { dayOf, type Instant } from "#lib/model/instant.ts";
import type { HistoryCommit, HistoryReading } from "#lib/providers/source-provider.ts";

/** PastVersion is a commit of the past, and when it was what the repository held. */
export interface PastVersion extends HistoryCommit {
  readonly validFrom: Instant;
  readonly validTo: Instant;
}

/** PastBounds are the moments between which the past of a repository is rebuilt. */
export interface PastBounds {
  /** Nothing before it was asked for. */
  readonly since: Instant;
  /** Null when the provider does not say. */
  readonly createdAt: Instant | null;
  /** From here on it was observed. */
  readonly observedFrom: Instant;
}

/**
 * pastVersions says which commit held when, without overlap or hole up to the first observation.
 *
 * Of the commits of one day only the last counts, since a day is judged as it ended. What stood before the first of
 * them held since the repository was created, or since the beginning of what was asked for.
 */
export function pastVersions(
  { commits, before }: Pick<Extract<HistoryReading, { status: "read" }>, "commits" | "before">,
  { since, createdAt, observedFrom }: PastBounds,
): readonly PastVersion[] {
  const dated = commits.map((commit) => ({ ...commit, validFrom: latest(commit.committedAt, since) }));
  const begin = latest(since, createdAt ?? before?.committedAt ?? since);
  const first = dated[0]?.validFrom;
  const begun =
    before !== null && (first === undefined || begin < first) ? [{ ...before, validFrom: begin }, ...dated] : dated;
  const counted = begun
    .filter(({ validFrom }) => validFrom < observedFrom)
    .filter(({ validFrom }, index, all) => {
      const next = all[index + 1];
      return next === undefined || dayOf(next.validFrom) !== dayOf(validFrom);
    });
  return counted.map((version, index) => ({ ...version, validTo: counted[index + 1]?.validFrom ?? observedFrom }));
}

function latest(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}
