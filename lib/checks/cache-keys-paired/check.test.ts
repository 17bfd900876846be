import { describe, expect, it } from "vitest";
import { parseNix } from "#lib/nix/language/parse.ts";
import { contextOf, judge, outcomes } from "../testing/judge.ts";
import { cacheKeysPaired } from "./check.ts";

const key = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa=";

function flake(caches: readonly string[], keys: readonly string[]) {
  const list = (items: readonly string[]) => items.map((item) => `"${item}"`).join(" ");
  const names = keys.map((name) => `${name}:${key}`);
  return {
    "flake.nix": `{
      nixConfig.extra-substituters = [ ${list(caches)} ];
      nixConfig.extra-trusted-public-keys = [ ${list(names)} ];
      outputs = inputs: { };
    }`,
  };
}

function outcomeOf(caches: readonly string[], keys: readonly string[]) {
  return outcomes(cacheKeysPaired, flake(caches, keys))["."];
}

function fixOf(files: Parameters<typeof contextOf>[0]) {
  const context = contextOf(files);
  const [result] = cacheKeysPaired.evaluate(context);
  return result === undefined ? null : cacheKeysPaired.fix?.(context, result);
}

describe("cache-keys-paired", () => {
  it.each([
    ["a key named like the host", ["https://acme.cachix.org"], ["acme.cachix.org-1"]],
    ["a key without number", ["https://cache.garnix.io"], ["cache.garnix.io"]],
    ["a key named like the last part of the address", ["https://attic.acme.example/team/"], ["team"]],
    ["a key that is known to have another name", ["https://cache.iog.io"], ["hydra.iohk.io"]],
    ["the default cache, whose key Nix has", ["https://cache.nixos.org"], []],
    ["a mirror of the default cache", ["https://mirrors.ustc.edu.cn/nix-channels/store"], []],
    ["one key left for one cache left", ["https://cache.acme.example"], ["our-key-1"]],
    ["a key of one's own beside", ["https://acme.cachix.org"], ["acme.cachix.org-1", "deploy-1"]],
  ])("passes for %s", (_, caches, keys) => {
    expect(outcomeOf(caches, keys)).toBe("pass");
  });

  it("fails for a cache without key, names it, and shows its line", () => {
    expect(judge(cacheKeysPaired, flake(["https://acme.cachix.org"], []))).toEqual([
      {
        subject: ".",
        outcome: "fail",
        summary: "no key is trusted for acme.cachix.org",
        evidence: [{ path: "flake.nix", line: 2 }],
      },
    ]);
    expect(outcomeOf(["https://acme.cachix.org"], ["other.cachix.org-1"])).toBe("fail");
  });

  it("fails for the key of a Cachix cache that nothing asks", () => {
    expect(judge(cacheKeysPaired, flake([], ["acme.cachix.org-1"]))[0]).toMatchObject({
      outcome: "fail",
      summary: "nothing asks the cache of the key acme.cachix.org-1",
    });
  });

  it("is unknown where more caches than keys are left, or Nix computes the keys", () => {
    expect(outcomeOf(["https://a.example", "https://b.example"], ["our-key-1"])).toBe("unknown");
    const module = `{ keys, ... }: { nix.settings = { substituters = [ "https://a.example" ]; trusted-public-keys = keys; }; }`;
    expect(outcomes(cacheKeysPaired, { ...flake([], []), "host.nix": module })).toEqual({ ".": "unknown" });
  });

  it("pairs what several modules set, and what stands in extraOptions", () => {
    const files = {
      ...flake([], []),
      "a.nix": `{ lib, ... }: { nix = lib.mkIf true { settings.substituters = lib.mkForce [ "https://acme.cachix.org" ]; }; }`,
      "b.nix": `{ nix.extraOptions = ''\n  extra-trusted-public-keys = acme.cachix.org-1:${key}\n''; }`,
    };

    expect(outcomes(cacheKeysPaired, files)).toEqual({ ".": "pass" });
  });

  it("does not miss a key that a module of an input, or an action that is not read, may bring", () => {
    const module = `{ nix.settings.substituters = [ "https://acme.cachix.org" ]; }`;
    expect(outcomes(cacheKeysPaired, { ...flake([], []), "host.nix": module })).toEqual({ ".": "unknown" });
    const run = "nix build --extra-substituters https://acme.cachix.org";
    const workflow = `on: push\njobs: { a: { steps: [{ uses: acme/actions/setup@v1 }, { run: "${run}" }] } }`;
    expect(outcomes(cacheKeysPaired, { ...flake([], []), ".github/workflows/ci.yml": workflow })).toEqual({
      ".": "unknown",
    });
  });

  it("fails for the key in a module whose cache is commented out", () => {
    const module = `{ nix.settings = {
      substituters = [ # "https://acme.cachix.org"
      ];
      trusted-public-keys = [ "acme.cachix.org-1:${key}" ];
    }; }`;

    expect(judge(cacheKeysPaired, { ...flake([], []), "host.nix": module })[0]).toMatchObject({
      outcome: "fail",
      evidence: [{ path: "host.nix", line: 4 }],
    });
  });

  it("leaves the keys of actions to the actions", () => {
    const step = "{ uses: cachix/cachix-action@v16, with: { name: acme } }";
    const files = { ...flake([], []), ".github/workflows/ci.yml": `on: push\njobs: { a: { steps: [${step}] } }` };

    expect(outcomes(cacheKeysPaired, files)).toEqual({ ".": "not-applicable" });
  });

  it("does not apply without caches or without a flake, and is unknown where a file cannot be read", () => {
    expect(outcomeOf([], [])).toBe("not-applicable");
    expect(outcomes(cacheKeysPaired, {})).toEqual({ ".": "not-applicable" });
    expect(outcomes(cacheKeysPaired, { ...flake([], []), "nix.conf": { isBinary: true } })).toEqual({ ".": "unknown" });
  });

  it("gives the key that is known, ready to paste", () => {
    const fix = fixOf(flake(["https://nix-community.cachix.org"], []));

    expect(fix).toMatchObject({ path: "flake.nix", language: "nix" });
    expect(fix?.text).toContain(`"nix-community.cachix.org-1:mB9FSh9qf2dCimDSUo8Zy7bkq5CX+/rkCWyvRCYg3Fs="`);
    expect(parseNix(fix?.text ?? "").errors).toEqual([]);
  });

  it("gives the place to fill where the key is not known", () => {
    const fix = fixOf(flake(["https://acme.cachix.org"], []));

    expect(fix?.text).toContain(`nixConfig.extra-trusted-public-keys`);
    expect(fix?.text).toContain(`"acme.cachix.org-1:PASTE-ITS-KEY"`);
    expect(fixOf(flake([], ["acme.cachix.org-1"]))?.text).toContain(`"https://acme.cachix.org"`);
  });

  it("never pastes what a repository wrote around a name", () => {
    const odd = `{ nixConfig.extra-substituters = [ "https://a\\"; x = \\"y\\''.example" ]; outputs = inputs: { }; }`;
    const fix = fixOf({ "flake.nix": odd });

    expect(parseNix(fix?.text ?? "{").errors).toEqual([]);
  });
});
