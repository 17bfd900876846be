import { describe, expect, it } from "vitest";
import type { TrendDatum } from "./trend-series.ts";
import { chartSummary, trendSummary } from "./trend-summary.ts";
import { trendTable } from "./trend-table.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

function datum(day: string, numerator: number, denominator = 10): TrendDatum {
  return { day, numerator, denominator, unknown: 0, origin: "observed", isRuleChange: false, isPartial: false };
}

const summary = (...points: readonly TrendDatum[]) => plain(trendSummary({ label: "Adoption", points }));

describe("trendSummary", () => {
  it("names first, last and the extremes that lie between", () => {
    expect(summary(datum("2026-09-01", 2), datum("2026-10-01", 6), datum("2026-11-01", 4))).toBe(
      "Adoption rose from 20 % (2 of 10) on 1 Sept 2026 to 40 % (4 of 10) on 1 Nov 2026; highest 60 % on 1 Oct 2026, lowest 20 % on 1 Sept 2026.",
    );
  });

  it("says when the whole changed, and keeps quiet of extremes at the ends", () => {
    expect(summary(datum("2026-09-01", 6), datum("2026-11-01", 6, 20))).toBe(
      "Adoption fell from 60 % (6 of 10) on 1 Sept 2026 to 30 % (6 of 20) on 1 Nov 2026; the whole grew from 10 to 20.",
    );
  });

  it("says that one day is no trend", () => {
    expect(summary(datum("2026-11-01", 4))).toBe(
      "Adoption: 40 % (4 of 10) on 1 Nov 2026, the only day measured so far.",
    );
  });

  it("says that nothing was measured instead of zero", () => {
    expect(summary()).toBe("Adoption: no day has been measured yet.");
  });
});

describe("chartSummary", () => {
  it("says of many lines only where each began and stands", () => {
    const of = (label: string, numerator: number) => {
      const points = [datum("2026-09-01", 1), datum("2026-11-01", numerator)];
      return { id: label, label, color: "", points };
    };

    expect(plain(chartSummary([of("Web", 2), of("Data", 10), of("Mobile", 0)]))).toBe(
      "From 1 Sept 2026 to 1 Nov 2026: Web 10 % to 20 % (2 of 10), Data 10 % to 100 % (10 of 10), Mobile 10 % to 0 % (0 of 10).",
    );
  });
});

describe("trendTable", () => {
  it("has a line for each day on which something changed, the newest first", () => {
    const points = [datum("2026-11-01", 4), datum("2026-11-02", 4), { ...datum("2026-11-03", 4), isPartial: true }];
    const { rows } = trendTable([{ id: "a", label: "Adoption", color: "", points }]);

    expect(rows.map(({ cells }) => cells.map(plain))).toEqual([
      ["3 Nov 2026", "40 % (4 of 10)", "observed, partial scan"],
      ["1 Nov 2026", "40 % (4 of 10)", "observed"],
    ]);
  });
});
