import { describe, expect, it } from "vitest";
import { contextOf, judge, outcomes } from "../testing/judge.ts";
import { publicCachesAvoided } from "./check.ts";

function flake(config: string) {
  return { "flake.nix": `{\n  nixConfig = { ${config} };\n  outputs = inputs: { };\n}` };
}

describe("public-caches-avoided", () => {
  it("fails for a cache of the list, names it, and says of when the list is", () => {
    expect(judge(publicCachesAvoided, flake(`extra-substituters = [ "https://nix-community.cachix.org" ];`))).toEqual([
      {
        subject: ".",
        outcome: "fail",
        summary: "nix-community.cachix.org is a public cache (list as of 2026-11-26)",
        evidence: [{ path: "flake.nix", line: 2 }],
      },
    ]);
  });

  it("finds them in modules, nix.conf and workflows as well", () => {
    const module = {
      "flake.nix": "{ outputs = inputs: { }; }",
      "host.nix": "{ nix.binaryCaches = [ https://cache.nixos.org ]; }",
    };
    expect(outcomes(publicCachesAvoided, module)).toEqual({ ".": "fail" });
    expect(
      outcomes(publicCachesAvoided, { ...flake(""), "nix.conf": "substituters = https://cache.nixos.org\n" }),
    ).toEqual({
      ".": "fail",
    });
  });

  it("never claims that the default cache is not used, unless something replaces it", () => {
    expect(judge(publicCachesAvoided, flake(""))[0]).toMatchObject({
      outcome: "pass",
      summary: "no public cache is named; whether machines use the default one cannot be seen here",
    });
    expect(judge(publicCachesAvoided, flake(`substituters = [ "s3://acme" ];`))[0]).toMatchObject({
      outcome: "pass",
      summary: "no public cache is named, and the default one is replaced",
    });
  });

  it("lets the policy approve a cache, and say which are public", () => {
    const context = contextOf(flake(`extra-substituters = [ "https://nix-community.cachix.org" ];`));
    const judgedBy = (changes: object) =>
      publicCachesAvoided.evaluate({ ...context, policy: { ...context.policy, ...changes } })[0]?.outcome;

    expect(judgedBy({ approvedCaches: ["nix-community.cachix.org"] })).toBe("pass");
    expect(judgedBy({ publicCaches: [] })).toBe("pass");
  });

  it("is unknown where a flake cannot be read, and does not apply without one", () => {
    expect(outcomes(publicCachesAvoided, { "flake.nix": "{ nixConfig = " })).toEqual({ ".": "unknown" });
    expect(outcomes(publicCachesAvoided, {})).toEqual({ ".": "not-applicable" });
  });

  it("does not judge what templates and tests show", () => {
    const files = { ...flake(""), "tests/host.nix": `{ nix.settings.substituters = [ "https://cache.nixos.org" ]; }` };

    expect(outcomes(publicCachesAvoided, files)).toEqual({ ".": "pass" });
  });
});
