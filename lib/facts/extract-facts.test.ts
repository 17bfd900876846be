import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factsVersion } from "#lib/model/facts.ts";
import { wantsFile } from "./extract-facts.ts";
import { factsOf } from "./testing/snapshot-fixture.ts";

describe("wantsFile", () => {
  it.each([
    "flake.nix",
    "nix/flake.lock",
    ".envrc",
    ".github/workflows/ci.yml",
    ".github/dependabot.yml",
    "renovate.json5",
    "docs/CODEOWNERS",
    ".github/flakeboard.yml",
  ])("asks for %s", (path) => {
    expect(wantsFile(path)).toBe(true);
  });

  it.each(["default.nix", "README.md", "package.json", "src/.envrc", "sub/.github/workflows/ci.yml", "flake.nix.orig"])(
    "does not ask for %s",
    (path) => {
      expect(wantsFile(path)).toBe(false);
    },
  );
});

describe("extractFacts", () => {
  it("finds nothing in a repository without files, and says so", () => {
    expect(factsOf({})).toEqual({
      version: factsVersion,
      isComplete: true,
      flakes: [],
      nonFlake: [],
      updateAutomation: { known: true, value: [] },
      caches: { known: true, value: [] },
      stages: [],
      ownershipClaims: { settings: null, codeowners: null },
    });
  });

  it("passes on that not all paths were listed", () => {
    expect(factsOf({}, { isComplete: false })).toMatchObject({
      isComplete: false,
      updateAutomation: { known: false, reason: "tree-truncated" },
      caches: { known: false, reason: "tree-truncated" },
    });
  });

  it("gives facts that survive JSON, for any content", () => {
    const paths = [
      "flake.nix",
      "flake.lock",
      ".envrc",
      ".github/workflows/ci.yml",
      ".github/dependabot.yml",
      "renovate.json",
      "CODEOWNERS",
      ".github/flakeboard.yml",
    ];
    const words = [
      "{",
      "}",
      "[",
      "]",
      ":",
      "- ",
      "\n",
      '"',
      "'",
      "on",
      "jobs",
      "steps",
      "uses",
      "nix",
      "inputs",
      "*",
      "&a",
      "#",
      "\t",
      "\r\n",
      "=",
      ";",
      "url",
      "root",
      "nodes",
      "__proto__",
      "\0",
      "1e999",
    ];
    const text = fc.oneof(
      fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((parts) => parts.join("")),
      fc.json(),
      fc.string({ unit: "binary" }),
    );

    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...paths), text), (files) => {
        const facts = factsOf(files);

        expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
      }),
      { numRuns: 300 },
    );
  });
});
