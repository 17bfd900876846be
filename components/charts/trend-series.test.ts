import { describe, expect, it } from "vitest";
import { gapDays, hasGap, seamDay, type TrendDatum, trendRuns, withoutRepeats } from "./trend-series.ts";

function datum(day: string, numerator: number, origin: TrendDatum["origin"] = "observed"): TrendDatum {
  return { day, numerator, denominator: 10, unknown: 0, origin, isRuleChange: false, isPartial: false };
}

const runs = (...points: readonly TrendDatum[]) =>
  trendRuns(points).map((run) => `${run.origin} ${run.points.map(({ numerator }) => numerator).join("-")}`);

describe("trendRuns", () => {
  it("leaves a gap for a missing day and never draws across it", () => {
    const joined = runs(datum("2026-11-01", 1), datum("2026-11-02", 2), datum("2026-11-03", 2), datum("2026-11-06", 4));

    expect(joined).toEqual(["observed 1-2-2", "observed 4"]);
  });

  it("joins weekly points", () => {
    expect(runs(datum("2026-11-01", 1), datum("2026-11-08", 2), datum("2026-11-15", 3))).toEqual(["observed 1-2-3"]);
  });

  it("lets the rebuilt line end where the observed one begins", () => {
    const joined = runs(datum("2026-11-01", 1, "backfilled"), datum("2026-11-02", 2), datum("2026-11-03", 3));

    expect(joined).toEqual(["backfilled 1-2", "observed 2-3"]);
  });

  it("draws nothing on, nor across, a day on which nothing was counted", () => {
    const none = { ...datum("2026-11-02", 0), denominator: 0 };

    expect(runs(datum("2026-11-01", 1), none, datum("2026-11-03", 3))).toEqual(["observed 1", "observed 3"]);
  });
});

describe("hasGap", () => {
  it("finds the days that a line does not cross, and none in a regular course", () => {
    const regular = [datum("2026-11-01", 1), datum("2026-11-08", 2), datum("2026-11-15", 3)];

    expect(hasGap(regular)).toBe(false);
    expect(hasGap([...regular, datum("2026-11-29", 3)])).toBe(true);
  });
});

describe("withoutRepeats", () => {
  it("keeps the ends of a level stretch, and every other point", () => {
    const points = [1, 1, 1, 2, 3].map((numerator, index) => datum(`2026-11-0${index + 1}`, numerator));

    expect(withoutRepeats(points).map(({ day }) => day.slice(-1))).toEqual(["1", "3", "4", "5"]);
  });
});

describe("gapDays and seamDay", () => {
  it("takes the usual distance of the days for the measure of a gap", () => {
    expect(gapDays(["2026-11-01", "2026-11-08", "2026-11-15"])).toBe(10.5);
    expect(gapDays(["2026-11-01"])).toBe(1.5);
  });

  it("has no seam without rebuilt days", () => {
    expect(seamDay([datum("2026-11-01", 1)])).toBeNull();
    expect(seamDay([datum("2026-10-01", 1, "backfilled"), datum("2026-11-01", 1)])).toBe("2026-11-01");
  });
});
