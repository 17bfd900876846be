import { describe, expect, it } from "vitest";
import { dayAt, dayNumber } from "#lib/model/instant.ts";
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

  it("tells what was unknown, so that what became known does not read as progress", () => {
    expect(summary({ ...datum("2026-09-01", 1), unknown: 9 }, datum("2026-11-01", 8))).toBe(
      "Adoption rose from 10 % (1 of 10, 9 unknown) on 1 Sept 2026 to 80 % (8 of 10) on 1 Nov 2026.",
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

  it("has of a year of changes the last of each month, and every day that is known in another way", () => {
    const points = Array.from({ length: 365 }, (_, index) => ({
      ...datum(dayAt(dayNumber("2025-12-01") + index), index % 11),
      origin: index < 200 ? ("backfilled" as const) : ("observed" as const),
      isPartial: index === 250,
    }));
    const { rows, note } = trendTable([{ id: "a", label: "Adoption", color: "", points }]);

    expect(note).toBe("The last change of each month.");
    expect(rows.map(({ id }) => id)).toEqual([
      "2026-11-30",
      "2026-10-31",
      "2026-09-30",
      "2026-08-31",
      "2026-08-09",
      "2026-08-08",
      "2026-07-31",
      "2026-06-30",
      "2026-06-19",
      "2026-05-31",
      "2026-04-30",
      "2026-03-31",
      "2026-02-28",
      "2026-01-31",
      "2025-12-31",
      "2025-12-01",
    ]);
  });

  it("has of a quarter of changes the last of each week", () => {
    const points = Array.from({ length: 90 }, (_, index) => datum(dayAt(dayNumber("2026-08-31") + index), index % 11));
    const { rows, note } = trendTable([{ id: "a", label: "Adoption", color: "", points }]);

    expect(note).toBe("The last change of each week.");
    // The first day is known in another way than the one before it, of which nothing is known.
    expect(rows.map(({ id }) => id).slice(-3)).toEqual(["2026-09-13", "2026-09-06", "2026-08-31"]);
  });
});
