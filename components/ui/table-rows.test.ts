import { describe, expect, it } from "vitest";
import { type Column, filterRows, sortRows } from "./table-rows.ts";

interface Row {
  readonly name: string;
  readonly age: number | null;
}

const columns: readonly Column<Row>[] = [
  { id: "name", header: "Name", value: (row) => row.name, cell: (row) => row.name },
  { id: "age", header: "Age", value: (row) => row.age, cell: (row) => row.age },
];
const rows: readonly Row[] = [
  { name: "api-10", age: 40 },
  { name: "api-2", age: null },
  { name: "Web", age: 7 },
];
const names = (list: readonly Row[]) => list.map((row) => row.name);

describe("sortRows", () => {
  it("sorts what has no value last in both directions", () => {
    expect(names(sortRows(rows, columns, { column: "age", direction: "asc" }))).toEqual(["Web", "api-10", "api-2"]);
    expect(names(sortRows(rows, columns, { column: "age", direction: "desc" }))).toEqual(["api-10", "Web", "api-2"]);
  });

  it("sorts numbers inside names as numbers", () => {
    expect(names(sortRows(rows, columns, { column: "name", direction: "asc" }))).toEqual(["api-2", "api-10", "Web"]);
  });

  it("leaves what differs in case alone in the given order, up and down", () => {
    const alike = ["web", "Api", "WEB", "api"].map((name) => ({ name, age: null }));
    expect(names(sortRows(alike, columns, { column: "name", direction: "asc" }))).toEqual(["Api", "api", "web", "WEB"]);
    expect(names(sortRows(alike, columns, { column: "name", direction: "desc" }))).toEqual([
      "web",
      "WEB",
      "Api",
      "api",
    ]);
  });

  it("keeps the given order for a column that does not exist", () => {
    expect(sortRows(rows, columns, { column: "__proto__", direction: "asc" })).toBe(rows);
  });
});

describe("filterRows", () => {
  it("wants every word, in any column and in any case", () => {
    expect(names(filterRows(rows, columns, "API 40"))).toEqual(["api-10"]);
    expect(filterRows(rows, columns, "  ")).toBe(rows);
  });
});
