import { describe, expect, it } from "vitest";
import { median } from "./median.ts";

describe("median", () => {
  it.each<[readonly number[], number | null]>([
    [[], null],
    [[7], 7],
    [[10, 2], 6],
    [[100, 1, 3], 3],
  ])("of %j is %s", (values, expected) => {
    expect(median(values)).toBe(expected);
  });
});
