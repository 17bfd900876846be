import { expect, it } from "vitest";
import { exclusionOf, patternOf } from "./exclusions.ts";

const policy = {
  excludedRepositories: ["*-archive", "acme/old*", patternOf("tool-archive")],
  exclusionReasons: { [patternOf("tool-archive")]: "It is frozen" },
};

it("a repository is excluded by its own reason before a pattern that gives none", () => {
  expect(exclusionOf(policy, { owner: "acme", name: "tool-archive" })).toEqual({
    pattern: "tool-archive",
    reason: "It is frozen",
  });
  expect(exclusionOf(policy, { owner: "acme", name: "web-archive" })).toEqual({ pattern: "*-archive", reason: null });
  expect(exclusionOf(policy, { owner: "acme", name: "older" })).toEqual({ pattern: "acme/old*", reason: null });
  expect(exclusionOf(policy, { owner: "acme", name: "ledger" })).toBeNull();
});
