import { describe, expect, it } from "vitest";
import { glyphWords } from "./glyph-words.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("glyphWords", () => {
  it("says shares with their counts, names the unknown, and leaves out what does not apply", () => {
    const words = glyphWords({
      arms: [
        { theme: "freshness", state: "measured", share: { numerator: 6, denominator: 10, unknown: 0 } },
        { theme: "semver", state: "unknown" },
        { theme: "caches", state: "not-applicable" },
      ],
      stages: ["development", "packaging"],
    });

    expect(plain(words)).toBe(
      "Freshness 60 % (6 of 10), SemVer unknown; stages reached: development environment, packaging",
    );
  });

  it("says so when nothing applies", () => {
    expect(glyphWords({ arms: [], stages: [] })).toBe("nothing applies yet; no stage reached");
  });
});
