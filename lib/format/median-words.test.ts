import { describe, expect, it } from "vitest";
import { formatDaysChange, formatMedianDays, medianInputsWords } from "./median-words.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("the words of a median age", () => {
  it("is in whole days, and none where no age is known", () => {
    expect(plain(formatMedianDays(41.5))).toBe("42 days");
    expect(plain(formatMedianDays(1))).toBe("1 day");
    expect(formatMedianDays(null)).toBe("no age known");
  });

  it("says of how many inputs, and how many ages are unknown", () => {
    expect(plain(medianInputsWords({ numerator: 5, denominator: 5, unknown: 0 }))).toBe("5 inputs");
    expect(plain(medianInputsWords({ numerator: 1_200, denominator: 1_204, unknown: 4 }))).toBe(
      "1,200 of 1,204 inputs, 4 of unknown age",
    );
  });

  it.each([
    [-12.4, "12 days younger"],
    [1, "1 day older"],
    [0.4, "no change"],
  ])("says a change of %s days as %s", (days, words) => {
    expect(plain(formatDaysChange(days))).toBe(words);
  });
});
