import { describe, expect, it } from "vitest";
import { type DaysDatum, daysRuns, daysScale } from "./days-series.ts";

function datum(day: string, value: number | null, changes: Partial<DaysDatum> = {}): DaysDatum {
  const counts = { numerator: value === null ? 0 : 4, denominator: 4, unknown: value === null ? 4 : 0 };
  return { day, value, ...counts, origin: "observed", isPartial: false, isRuleChange: false, ...changes };
}

describe("daysRuns", () => {
  it("joins no days across a gap, nor across a day of which no age is known", () => {
    const points = [
      datum("2026-01-01", 5),
      datum("2026-01-02", 6),
      datum("2026-01-03", null),
      datum("2026-01-04", 8),
      datum("2026-01-09", 3),
    ];

    expect(daysRuns(points).map((run) => run.map(({ day }) => day.slice(-2)))).toEqual([["01", "02"], ["04"], ["09"]]);
  });

  it("lets the rebuilt line meet the observed one, and draws them apart", () => {
    const points = [
      datum("2026-01-01", 5, { origin: "backfilled" }),
      datum("2026-01-02", 6, { origin: "backfilled" }),
      datum("2026-01-03", 7),
    ];

    expect(daysRuns(points).map((run) => run.length)).toEqual([3, 1]);
  });
});

describe("daysScale", () => {
  it.each([
    [0, [0, 1]],
    [7, [0, 2, 4, 6, 8]],
    [41, [0, 20, 40, 60]],
    [400, [0, 180, 360, 540]],
  ])("reaches from nothing to at least %i days in a few even steps", (oldest, scale) => {
    expect(daysScale(oldest)).toEqual(scale);
  });
});
