import { describe, expect, it } from "vitest";
import { toCsv, toJson } from "./table-export.ts";

describe("toCsv", () => {
  it("disarms every cell that a spreadsheet would run", () => {
    const cells = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"];

    const csv = toCsv({ columns: ["name"], rows: cells.map((cell) => [cell]) });

    expect(csv).toBe(`name\r\n'=1+1\r\n'+1\r\n'-1\r\n'@SUM(A1)\r\n'\tx\r\n"'\rx"\r\n`);
  });

  it("keeps numbers numbers, also below zero, and unknown empty", () => {
    const csv = toCsv({
      columns: ["age", "change"],
      rows: [
        [12, -3],
        [null, 0],
      ],
    });

    expect(csv).toBe("age,change\r\n12,-3\r\n,0\r\n");
  });

  it("quotes commas, quotes and line ends", () => {
    expect(toCsv({ columns: ["a"], rows: [['x,"y"\nz']] })).toBe('a\r\n"x,""y""\nz"\r\n');
  });
});

describe("toJson", () => {
  it("leaves values as they are", () => {
    const json = toJson({ columns: ["name", "age"], rows: [["=1", null]] });

    expect(JSON.parse(json)).toEqual([{ name: "=1", age: null }]);
  });

  it("is harmless for a column named __proto__", () => {
    const json = toJson({ columns: ["__proto__"], rows: [["x"]] });

    expect(json).toContain('"__proto__": "x"');
  });
});
