import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factsVersion } from "#lib/model/facts.ts";
import { factsOf } from "./testing/snapshot-fixture.ts";

describe("extractFacts", () => {
  it("finds nothing in a repository without files, and says so", () => {
    expect(factsOf({})).toMatchObject({
      version: factsVersion,
      isComplete: true,
      nixFiles: { total: 0, read: 0 },
      flakes: [],
      nonFlake: [],
      updateAutomation: { known: true, value: [] },
      caching: { caches: [], unread: null },
      stages: [],
      ownershipClaims: { settings: null, codeowners: null },
      settings: { status: "absent" },
    });
  });

  it("passes on that not all paths were listed", () => {
    expect(factsOf({}, { isComplete: false })).toMatchObject({
      isComplete: false,
      updateAutomation: { known: false, reason: "tree-truncated" },
      caching: { caches: [], unread: "tree-truncated" },
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
