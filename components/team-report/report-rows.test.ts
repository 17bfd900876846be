import { describe, expect, it } from "vitest";
import { type ReportRow, reportRows } from "./report-rows.ts";

function row(name: string, failing: number, changes: Partial<ReportRow> = {}): ReportRow {
  return { name, failing, nextStep: "Add a flake", notEligible: null, ...changes };
}

const names = (rows: readonly ReportRow[]) => rows.map(({ name }) => name);

describe("reportRows", () => {
  it("puts what fails most first, equal ones by their names and numbers, what does not count last", () => {
    const rows = [row("tool-12", 3), row("tool-4", 3), row("old", 9, { notEligible: "archived" }), row("web", 5)];

    expect(names(reportRows(rows, 20))).toEqual(["web", "tool-4", "tool-12", "old"]);
  });

  it("stops where the room for lines ends, a long name or a long next step taking several", () => {
    const rows = [
      row("a".repeat(90), 9),
      row("b", 8, { nextStep: "Let continuous integration build the flake on every push" }),
      row("c", 7),
      row("d", 6),
    ];

    expect(names(reportRows(rows, 6))).toEqual(["a".repeat(90), "b", "c"]);
    expect(names(reportRows(rows, 4))).toEqual(["a".repeat(90)]);
    expect(names(reportRows(rows, 7))).toHaveLength(4);
  });
});
