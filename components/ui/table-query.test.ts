import { describe, expect, it } from "vitest";
import { parseTableQuery, searchWith } from "./table-query.ts";

describe("parseTableQuery", () => {
  it("reads what was asked", () => {
    const query = parseTableQuery({ q: " api ", sort: "age.desc", columns: "age,next", page: "3", team: "web" }, [
      "team",
    ]);

    expect(query).toEqual({
      text: "api",
      sort: { column: "age", direction: "desc" },
      columns: ["age", "next"],
      choices: new Map([["team", "web"]]),
      page: 3,
    });
  });

  it("counts what does not parse as not asked", () => {
    const query = parseTableQuery({ q: ["a", "b"], sort: "age; drop", page: "-1", team: ["x"], range: "18m" }, [
      "team",
    ]);

    expect(query).toEqual({ text: "", sort: null, columns: null, choices: new Map(), page: 1 });
  });
});

describe("searchWith", () => {
  it("keeps what it does not change, and begins on the first page", () => {
    const search = searchWith(
      { range: "18m", q: "api", page: "4", columns: ["age", "next"] },
      { sort: "age.asc", q: null },
    );

    expect(search).toBe("?range=18m&columns=age&columns=next&sort=age.asc");
  });
});
