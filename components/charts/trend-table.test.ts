import { expect, it } from "vitest";
import type { TrendDatum } from "./trend-series.ts";
import { trendTable } from "./trend-table.ts";

function datum(day: string, changes: Partial<TrendDatum> = {}): TrendDatum {
  const counts = { numerator: 3, denominator: 10, unknown: 0 };
  return { day, ...counts, origin: "observed", isRuleChange: false, isPartial: false, ...changes };
}

it("the table of a chart keeps the day of a changed rule, though its numbers are those of the day before, and says so", () => {
  const points = [datum("2026-11-01"), datum("2026-11-02", { isRuleChange: true }), datum("2026-11-03")];

  const { rows } = trendTable([{ id: "adoption", label: "Adoption", color: "red", points }]);

  expect(rows.map(({ id, cells }) => [id, cells.at(-1)])).toEqual([
    ["2026-11-03", "observed"],
    ["2026-11-02", "observed, rule changed"],
    ["2026-11-01", "observed"],
  ]);
});
