import { describe, expect, it } from "vitest";
import type { DaysDatum } from "./days-series.ts";
import { daysSummary, daysTable } from "./days-words.ts";

function datum(day: string, value: number | null, changes: Partial<DaysDatum> = {}): DaysDatum {
  const counts = { numerator: value === null ? 0 : 4, denominator: 4, unknown: value === null ? 4 : 0 };
  return { day, value, ...counts, origin: "observed", isPartial: false, isRuleChange: false, ...changes };
}

const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("the words of a course in days", () => {
  const points = [datum("2026-01-01", 41), datum("2026-01-02", 41), datum("2026-01-03", 12.4)];

  it("say where it began and where it stands, in days", () => {
    expect(plain(daysSummary([{ label: "Median age", points }]))).toBe(
      "Median age fell from 41 days on 1 Jan 2026 to 12 days (4 inputs) on 3 Jan 2026.",
    );
    expect(daysSummary([{ label: "Median age", points: [datum("2026-01-01", null)] }])).toBe(
      "Median age: no day has been measured yet.",
    );
  });

  it("have a table in which a day without ages is no zero", () => {
    const { rows } = daysTable([{ label: "Median age", points: [...points, datum("2026-01-04", null)] }]);

    expect(rows.map(({ cells }) => plain(cells.slice(0, 2).join(": ")))).toEqual([
      "4 Jan 2026: no age known (0 of 4 inputs, 4 of unknown age)",
      "3 Jan 2026: 12 days (4 inputs)",
      "1 Jan 2026: 41 days (4 inputs)",
    ]);
  });

  it("have a table of the first day and the last of each month where every day of a long course says another age", () => {
    const days = Array.from({ length: 400 }, (_, at) => new Date(Date.UTC(2025, 0, 1 + at)).toISOString().slice(0, 10));
    const { rows, note } = daysTable([{ label: "Median age", points: days.map((day, at) => datum(day, at % 80)) }]);

    expect(rows.length).toBe(15);
    expect(rows.slice(0, 3).map(({ id }) => id)).toEqual(["2026-02-04", "2026-01-31", "2025-12-31"]);
    expect(note).toBe("The last change of each month.");
  });

  it("say of many courses, in one sentence, where each began and where it stands", () => {
    const series = [
      { label: "Acme", points },
      { label: "Web", points: [datum("2026-01-02", 3)] },
      { label: "Ops", points: [datum("2026-01-01", 9), datum("2026-01-03", null)] },
      { label: "New", points: [datum("2026-01-03", null)] },
    ];

    expect(plain(daysSummary(series))).toBe(
      "From 1 Jan 2026 to 3 Jan 2026: Acme 41 days to 12 days (4 inputs); Web 3 days (4 inputs); Ops 9 days (4 inputs).",
    );
  });

  it("have one table of courses beside each other, in which a day that one does not have is no zero", () => {
    const { columns, rows } = daysTable([
      { label: "Acme", points },
      { label: "Web", points: [datum("2026-01-03", 3, { isPartial: true })] },
    ]);

    expect(columns).toEqual(["Since", "Acme", "Web", "How it is known"]);
    expect(rows.map(({ cells }) => cells.map(plain))).toEqual([
      ["3 Jan 2026", "12 days (4 inputs)", "3 days (4 inputs)", "observed, partial scan"],
      ["1 Jan 2026", "41 days (4 inputs)", "–", "observed"],
    ]);
  });
});
