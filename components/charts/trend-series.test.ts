import { describe, expect, it } from "vitest";
import { gapDays, seamDay, type TrendDatum, type TrendSeries, trendRows, trendSummary } from "./trend-series.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

function datum(day: string, numerator: number, origin: TrendDatum["origin"] = "observed"): TrendDatum {
  return { day, numerator, denominator: 10, unknown: 0, origin, isRuleChange: false };
}

function series(...points: readonly TrendDatum[]): TrendSeries {
  return { id: "all", label: "Adoption", color: "", points };
}

describe("trendRows", () => {
  it("leaves a gap for a missing day and never draws across it", () => {
    const rows = trendRows([
      series(datum("2026-11-01", 1), datum("2026-11-02", 2), datum("2026-11-03", 2), datum("2026-11-06", 4)),
    ]);

    expect(rows.map((row) => row.percents["all observed"] ?? null)).toEqual([10, 20, 20, null, 40]);
  });

  it("joins weekly points", () => {
    const rows = trendRows([series(datum("2026-11-01", 1), datum("2026-11-08", 2), datum("2026-11-15", 3))]);

    expect(rows).toHaveLength(3);
  });

  it("lets the rebuilt line end where the observed one begins", () => {
    const rows = trendRows([series(datum("2026-11-01", 1, "backfilled"), datum("2026-11-02", 2))]);

    expect(rows[1]?.percents).toEqual({ "all observed": 20, "all backfilled": 20 });
  });

  it("has no percent for a day on which nothing was counted", () => {
    const rows = trendRows([series({ ...datum("2026-11-01", 0), denominator: 0 })]);

    expect(rows[0]?.percents).toEqual({ "all observed": null });
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

describe("trendSummary", () => {
  it("names first, last and the extremes that lie between", () => {
    const summary = trendSummary(series(datum("2026-09-01", 2), datum("2026-10-01", 6), datum("2026-11-01", 4)));

    expect(plain(summary)).toBe(
      "Adoption rose from 20 % (2 of 10) on 1 Sept 2026 to 40 % (4 of 10) on 1 Nov 2026; highest 60 % on 1 Oct 2026, lowest 20 % on 1 Sept 2026.",
    );
  });

  it("says that one day is no trend", () => {
    expect(plain(trendSummary(series(datum("2026-11-01", 4))))).toBe(
      "Adoption: 40 % (4 of 10) on 1 Nov 2026, the only day measured so far.",
    );
  });

  it("says that nothing was measured instead of zero", () => {
    expect(trendSummary(series())).toBe("Adoption: no day has been measured yet.");
  });
});
