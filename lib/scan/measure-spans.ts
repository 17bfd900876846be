import type { JudgedRepository } from "#lib/checks/check.ts";
import { countedShares } from "#lib/checks/counted-shares.ts";
import { evaluateChecks } from "#lib/checks/evaluate-checks.ts";
import { themeOf } from "#lib/checks/registry.ts";
import { tallyOf } from "#lib/checks/tally.ts";
import type { MetricId } from "#lib/metrics/metric.ts";
import type { RepositoryFacts } from "#lib/model/facts.ts";
import type { LockedSource } from "#lib/model/flake.ts";
import { addDays, type Day, dayOf, endOfDay, type Instant, instantFromUnixSeconds } from "#lib/model/instant.ts";
import type { LockedSpan, MeasuredSpan } from "#lib/model/metric.ts";
import type { Policy } from "#lib/model/policy.ts";
import type { Share } from "#lib/model/share.ts";
import type { Tally } from "#lib/model/tally.ts";

/** ValidFacts is what held of a repository from `validFrom` until before `validTo`. */
export interface ValidFacts {
  readonly validFrom: Instant;
  readonly validTo: Instant;
  readonly facts: RepositoryFacts;
}

/**
 * MeasuredPast is what a repository counted on the days of its past, and when its inputs were locked then. They are
 * apart because a lock that is updated every week changes every week, while what counts seldom does.
 */
export interface MeasuredPast {
  readonly spans: readonly MeasuredSpan[];
  readonly locks: readonly LockedSpan[];
}

/**
 * measureSpans judges the past of a repository as it stood at the end of each day, by the policy of today and without
 * waivers: one changes today's count, never yesterday's.
 *
 * Between two commits a check changes its mind only on the days on which an input reaches an age that the policy names,
 * so it is asked on those days and not on every one. A test compares this with asking on every day.
 *
 * @param history in order, none overlapping another.
 */
export function measureSpans(
  history: readonly ValidFacts[],
  repository: JudgedRepository,
  policy: Policy,
): MeasuredPast {
  const spans: MeasuredSpan[] = [];
  const locks: LockedSpan[] = [];
  for (const { validFrom, validTo, facts } of history) {
    const days = daysToAsk(facts, dayOf(validFrom), dayOf(validTo), policy);
    for (const [index, from] of days.entries()) {
      const to = days[index + 1] ?? dayOf(validTo);
      const asOf = endOfDay(from);
      const tally = tallyOf({ repository, facts, policy, asOf });
      addSpan(spans, { from, to, shares: sharesAt(facts, tally, repository, policy, asOf) }, ({ shares }) => shares);
      addSpan(locks, { from, to, days: tally.inputLockedDays }, (span) => span.days);
    }
  }
  return { spans, locks: locks.filter((span) => span.days.length > 0) };
}

/** A span that says the same as the one before it goes on with it. */
function addSpan<Span extends { readonly from: Day; readonly to: Day }>(
  spans: Span[],
  span: Span,
  said: (span: Span) => unknown,
): void {
  const last = spans.at(-1);
  const isSame = last?.to === span.from && JSON.stringify(said(last)) === JSON.stringify(said(span));
  if (isSame) spans[spans.length - 1] = { ...last, to: span.to };
  else spans.push(span);
}

function sharesAt(
  facts: RepositoryFacts,
  tally: Tally,
  repository: JudgedRepository,
  policy: Policy,
  asOf: Instant,
): Readonly<Record<MetricId, Share>> {
  const findings = evaluateChecks({ repository, facts, policy, asOf }).map(({ checkId, outcome }) => ({
    checkId,
    theme: themeOf(checkId),
    outcome,
    isWaived: false,
  }));
  const stages = facts.stages.map(({ stage }) => stage);
  return countedShares({ isEligible: true, isRead: true, stages, findings, unaskedChecks: [], tally });
}

// Flake-checker's own limit, which no policy changes.
const flakeCheckerAgeDaysMax = 30;

/** The first day, and each later one on which some input reaches an age at which a check may change its mind. */
function daysToAsk(facts: RepositoryFacts, from: Day, to: Day, policy: Policy): readonly Day[] {
  if (from >= to) return [];
  const limits = [policy.nixpkgsAgeDaysMax, policy.inputAgeDaysMax, flakeCheckerAgeDaysMax];
  // Before the age of -1 an input lies in the future; a limit is passed on the day after it is reached.
  const ages = [-1, 0, ...limits, ...limits.map((limit) => limit + 1)];
  const days = lockedMoments(facts).flatMap((moment) => ages.map((age) => dayOf(addDays(moment, age))));
  return [from, ...new Set(days.filter((day) => day > from && day < to))].sort();
}

// Beyond some hundred years the sum of a moment and an age may be no date; no lock of ours was written then.
const secondsMax = 4_102_444_800;

function lockedMoments({ flakes }: RepositoryFacts): readonly Instant[] {
  const seconds = flakes.flatMap(({ inputs, lock, flakeChecker }) => [
    ...inputs.map(({ locked }) => secondsOf(locked)),
    ...(lock.status === "ok"
      ? lock.nodes.filter(({ isNixpkgs }) => isNixpkgs).map(({ locked }) => secondsOf(locked))
      : []),
    ...(flakeChecker?.status === "ok" ? flakeChecker.subjects.map(({ lastModified }) => lastModified) : []),
  ]);
  const known = seconds.filter((second) => second !== null && second >= 0 && second <= secondsMax);
  return [...new Set(known)].flatMap((second) => (second === null ? [] : [instantFromUnixSeconds(second)]));
}

function secondsOf(locked: LockedSource | null): number | null {
  return locked?.lastModified.known === true ? locked.lastModified.value : null;
}
