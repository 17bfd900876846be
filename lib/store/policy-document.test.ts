import { describe, expect, it } from "vitest";
import { defaultPolicy } from "#lib/model/policy.ts";
import { parsePolicyOverrides } from "./policy-document.ts";

describe("parsePolicyOverrides", () => {
  it("takes every part of the default policy as it stands", () => {
    const { asOf, ...parts } = defaultPolicy;

    expect(asOf).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(parsePolicyOverrides(parts)).toEqual({ status: "ok", overrides: parts });
  });

  it("writes identities and hosts in lower case", () => {
    const overrides = { helperLibraries: ["NumTide/Flake-Utils"], approvedCaches: ["Cache.Acme.example:8443"] };

    expect(parsePolicyOverrides(overrides)).toEqual({
      status: "ok",
      overrides: { helperLibraries: ["numtide/flake-utils"], approvedCaches: ["cache.acme.example:8443"] },
    });
  });

  it.each([
    [{ nixpkgsAgeDaysMax: 0 }, "nixpkgsAgeDaysMax"],
    [{ nixpkgsAgeDaysMax: 1.5 }, "nixpkgsAgeDaysMax"],
    [{ helperLibraries: ["flake-utils"] }, "helperLibraries.0"],
    [{ publicCaches: ["https://cache.nixos.org"] }, "publicCaches.0"],
    [{ rolesByPath: [{ pattern: "lab", role: "toy" }] }, "rolesByPath.0.role"],
    [{ severities: { "inputs-fresh": "fatal" } }, "severities.inputs-fresh"],
    [{ goals: [{ metricId: "adoption", team: null, share: 80, by: null }] }, "goals.0.share"],
    [{ branchStatuses: { asOf: "today", source: "me", statuses: {} } }, "branchStatuses.asOf"],
    [{ nixpkgsAge: 30 }, "policy"],
    ["30 days", "policy"],
  ])("refuses %j, and names the field", (document, field) => {
    const parsed = parsePolicyOverrides(document);

    expect(parsed.status).toBe("invalid");
    if (parsed.status === "invalid") expect(parsed.problems.map((problem) => problem.field)).toEqual([field]);
  });

  it("names all problems together", () => {
    const parsed = parsePolicyOverrides({ nixpkgsAgeDaysMax: 0, inputAgeDaysMax: -1 });

    expect(parsed.status === "invalid" && parsed.problems.length).toBe(2);
  });
});
