import { describe, expect, it } from "vitest";
import { type DaysDatum, daysRuns, daysScale, daysSummary, daysTable } from "./days-series.ts";

function datum(day: string, value: number | null, changes: Partial<DaysDatum> = {}): DaysDatum {
  const counts = { numerator: value === null ? 0 : 4, denominator: 4, unknown: value === null ? 4 : 0 };
  return { day, value, ...counts, origin: "observed", isPartial: false, ...changes };
}

const plain = (text: string) => text.replaceAll("\u00a0", " ");

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

describe("the words of a course in days", () => {
  const points = [datum("2026-01-01", 41), datum("2026-01-02", 41), datum("2026-01-03", 12.4)];

  it("say where it began and where it stands, in days", () => {
    expect(plain(daysSummary("Median age", points))).toBe(
      "Median age fell from 41 days on 1 Jan 2026 to 12 days (4 inputs) on 3 Jan 2026.",
    );
    expect(daysSummary("Median age", [datum("2026-01-01", null)])).toBe("Median age: no day has been measured yet.");
  });

  it("have a table in which a day without ages is no zero", () => {
    const { rows } = daysTable([...points, datum("2026-01-04", null)]);

    expect(rows.map(({ cells }) => plain(cells.slice(0, 2).join(": ")))).toEqual([
      "4 Jan 2026: –",
      "3 Jan 2026: 12 days",
      "1 Jan 2026: 41 days",
    ]);
  });

  it("have a table of the first day and the last of each month where every day of a long course says another age", () => {
    const days = Array.from({ length: 400 }, (_, at) => new Date(Date.UTC(2025, 0, 1 + at)).toISOString().slice(0, 10));
    const { rows, note } = daysTable(days.map((day, at) => datum(day, at % 80)));

    expect(rows.length).toBe(15);
    expect(rows.slice(0, 3).map(({ id }) => id)).toEqual(["2026-02-04", "2026-01-31", "2025-12-31"]);
    expect(note).toBe("The last change of each month.");
  });
});
