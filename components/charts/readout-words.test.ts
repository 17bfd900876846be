import { describe, expect, it } from "vitest";
import { readingOf } from "./readout-words.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("readingOf", () => {
  it("tells a share with its counts, and stands at that height", () => {
    const { words, height } = readingOf([3, 12, 1], { kind: "share" });

    expect(plain(words)).toBe("25 % (3 of 12, 1 unknown)");
    expect(height).toBe(0.25);
  });

  it("tells a median in days with its inputs, on the scale of its picture", () => {
    const { words, height } = readingOf([30, 12, 2], { kind: "days", daysMax: 120 });

    expect(plain(words)).toBe("30 days (10 of 12 inputs, 2 of unknown age)");
    expect(height).toBe(0.25);
  });

  it("has no height on a day without a number, which is no zero", () => {
    const days = { kind: "days", daysMax: 120 } as const;

    expect(plain(readingOf([0, 4, 4], days).words)).toBe("no age known (0 of 4 inputs, 4 of unknown age)");
    expect(readingOf([0, 4, 4], days).height).toBeNull();
    expect(readingOf([0, 0, 0], days)).toEqual({ words: "nothing counted", height: null });
    expect(readingOf(null, days)).toEqual({ words: "not measured", height: null });
    expect(readingOf([0, 4, 0], days).height).toBe(0);
  });
});
