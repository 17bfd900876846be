import { describe, expect, it } from "vitest";
import { policyChangeWords } from "./policy-change-words.ts";

describe("the record of a changed policy", () => {
  it("says a number from what to what", () => {
    expect(policyChangeWords("nixpkgsAgeDaysMax", 30, 45)).toBe("nixpkgsAgeDaysMax from 30 to 45");
  });

  it("names what came into a list and what went", () => {
    expect(policyChangeWords("approvedCaches", ["a", "b"], ["b", "c", "d"])).toBe(
      "approvedCaches with c and d, without a",
    );
    expect(policyChangeWords("checksOff", [], ["inputs-fresh"])).toBe("checksOff with inputs-fresh");
    expect(policyChangeWords("checksOff", ["inputs-fresh"], [])).toBe("checksOff without inputs-fresh");
    expect(policyChangeWords("nixpkgsOwners", ["a", "b"], ["b", "a"])).toBe("nixpkgsOwners in another order");
  });

  it("stays short where many names change", () => {
    expect(policyChangeWords("publicCaches", [], ["a", "b", "c", "d", "e", "f", "g"])).toBe(
      "publicCaches with a and b and c and d and e and 2 more",
    );
  });

  it("names a table, and what has no value, only by its name", () => {
    expect(policyChangeWords("rolesByPath", [], [{ path: "lab/**", role: "example" }])).toBe("rolesByPath");
    expect(policyChangeWords("goals", undefined, [])).toBe("goals");
  });
});
