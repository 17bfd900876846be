import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sumShares } from "#lib/metrics/metric.ts";
import { dayAt, dayNumber } from "#lib/model/instant.ts";
import type { MeasuredSpan } from "#lib/model/metric.ts";
import { createDailyCounts, type DailyPoint, type PastRepository } from "./daily-points.ts";
import { flakesPerRepository } from "./figures.ts";
import { adoption, freshness } from "./headlines.ts";
import type { Counted } from "./metric.ts";

const pass = { numerator: 1, denominator: 1, unknown: 0 };
const fail = { numerator: 0, denominator: 1, unknown: 0 };

function span(from: string, to: string, shares: MeasuredSpan["shares"]): MeasuredSpan {
  return { from, to, shares };
}

function past(changes: Partial<PastRepository>): PastRepository {
  return { spans: [], eligibleFrom: null, eligibleTo: null, teamIds: [], ...changes };
}

function pointsOf(
  metric: Counted,
  repositories: readonly PastRepository[],
  teamIds: readonly string[],
  range: { readonly from: string; readonly to: string },
): readonly DailyPoint[] {
  const counts = createDailyCounts([flakesPerRepository, metric], teamIds, range);
  for (const repository of repositories) counts.add(repository);
  return [...counts.points(metric)];
}

function countsOf(repositories: readonly PastRepository[], from: string, to: string) {
  return pointsOf(adoption, repositories, [], { from, to }).map(
    ({ day, numerator, denominator, unknown }) => `${day} ${numerator}/${denominator}, ${unknown} unknown`,
  );
}

describe("createDailyCounts", () => {
  it("counts the day on which a flake came, and not the day before", () => {
    const spans = [
      span("2026-01-01", "2026-01-03", { adoption: fail }),
      span("2026-01-03", "2026-01-05", { adoption: pass }),
    ];

    expect(countsOf([past({ spans })], "2026-01-02", "2026-01-04")).toEqual([
      "2026-01-02 0/1, 0 unknown",
      "2026-01-03 1/1, 0 unknown",
    ]);
  });

  it("counts more on one day than two bytes hold, and takes it away again", () => {
    const many = { numerator: 40_000, denominator: 70_000, unknown: 0 };
    const spans = [span("2026-01-01", "2026-01-03", { adoption: many })];

    expect(countsOf([past({ spans }), past({ spans })], "2026-01-01", "2026-01-04")).toEqual([
      "2026-01-01 80000/140000, 0 unknown",
      "2026-01-02 80000/140000, 0 unknown",
      "2026-01-03 0/2, 2 unknown",
    ]);
  });

  it("counts a day before anything is known as unknown, never as zero", () => {
    const spans = [span("2026-01-02", "2026-01-03", { adoption: pass })];

    expect(countsOf([past({ spans })], "2026-01-01", "2026-01-04")).toEqual([
      "2026-01-01 0/1, 1 unknown",
      "2026-01-02 1/1, 0 unknown",
      "2026-01-03 0/1, 1 unknown",
    ]);
  });

  it("leaves a repository out before it was created and from the day on which it was archived", () => {
    const spans = [span("2025-01-01", "2027-01-01", { adoption: pass })];
    const repository = past({ spans, eligibleFrom: "2026-01-02", eligibleTo: "2026-01-03" });

    expect(countsOf([repository], "2026-01-01", "2026-01-04")).toEqual([
      "2026-01-01 0/0, 0 unknown",
      "2026-01-02 1/1, 0 unknown",
      "2026-01-03 0/0, 0 unknown",
    ]);
  });

  it("equals counting every repository anew on every day, and the teams add up to the organization", () => {
    const from = "2026-01-01";
    const to = "2026-02-10";
    const dayOfRange = fc.integer({ min: -10, max: 50 }).map((offset) => dayAt(dayNumber(from) + offset));
    const share = fc.constantFrom(pass, fail, { numerator: 0, denominator: 1, unknown: 1 });
    const spansArbitrary = fc.uniqueArray(dayOfRange, { maxLength: 8 }).chain((days) =>
      fc.array(fc.tuple(share, share, fc.boolean()), { minLength: 8, maxLength: 8 }).map((shares) => {
        const sorted = days.toSorted();
        return sorted.slice(0, -1).flatMap((day, index) => {
          const [adopted = pass, fresh = pass, isKnown = true] = shares[index] ?? [];
          const end = sorted[index + 1] ?? to;
          return isKnown ? [span(day, end, { adoption: adopted, freshness: fresh })] : [];
        });
      }),
    );
    const repository = fc.record({
      spans: spansArbitrary,
      eligibleFrom: fc.option(dayOfRange),
      eligibleTo: fc.option(dayOfRange),
      // Every repository has exactly one owner here, so that the teams together are the organization.
      teamIds: fc.constantFrom(["a"], ["b"]),
    });

    fc.assert(
      fc.property(fc.array(repository, { maxLength: 6 }), (repositories) => {
        for (const metric of [adoption, freshness]) {
          const points = pointsOf(metric, repositories, ["a", "b"], { from, to });
          for (let number = dayNumber(from); number < dayNumber(to); number += 1) {
            const day = dayAt(number);
            const ofDay = points.filter((point) => point.day === day);
            const [organization, ...teams] = ofDay;
            const naive = sumShares(repositories.map((one) => naiveShare(one, metric.id, day)));
            expect(organization).toMatchObject({ scope: { kind: "organization" }, ...naive });
            expect(sumShares(teams)).toEqual(naive);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

function naiveShare({ spans, eligibleFrom, eligibleTo }: PastRepository, metricId: string, day: string) {
  const none = { numerator: 0, denominator: 0, unknown: 0 };
  if (eligibleFrom !== null && day < eligibleFrom) return none;
  if (eligibleTo !== null && day >= eligibleTo) return none;
  const at = spans.find((one) => one.from <= day && day < one.to);
  if (at !== undefined) return at.shares[metricId] ?? none;
  return metricId === "adoption" ? { numerator: 0, denominator: 1, unknown: 1 } : none;
}
