import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { confSettings } from "#lib/facts/nix-setting.ts";
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

/** The settings of a text as Nix reads it. */
function confOf(text: string) {
  return confSettings(text, "nix.conf", (line) => ({ path: "nix.conf", line })).map(
    ({ name, words }) => `${name}: ${words.join(" ")}`,
  );
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

  const workflow = (step: string) => ({
    ...flake([], []),
    ".github/workflows/ci.yml": `on: push\njobs: { a: { steps: [${step}] } }`,
  });
  const known = "extra-substituters = https://nix-community.cachix.org";
  const pair = `${known} ${"https://cache.numtide.com"}`;

  it.each([
    ["cachix/install-nix-action@v31", "extra_nix_config"],
    ["DeterminateSystems/determinate-nix-action@v3", "extra-conf"],
    ["nixbuild/nix-quick-install-action@v30", "nix_conf"],
  ])(
    "gives the lines for %s under the input that takes them, as YAML in which they are lines of nix.conf",
    (uses, input) => {
      const fix = fixOf(workflow(`{ uses: ${uses}, with: { ${input}: "${pair}" } }`));
      const lines: unknown = parse(fix?.text ?? "").with[input];

      expect(fix).toMatchObject({ language: "yaml", path: ".github/workflows/ci.yml" });
      expect(confOf(String(lines))).toEqual([
        "substituters: https://nix-community.cachix.org https://cache.numtide.com",
        expect.stringContaining(
          "trusted-public-keys: nix-community.cachix.org-1:mB9FSh9qf2dCimDSUo8Zy7bkq5CX+/rkCWyvRCYg3Fs=",
        ),
      ]);
    },
  );

  it("gives them as NIX_CONFIG for a command, and tells what could not be told", () => {
    const run = "nix build --extra-substituters https://nix-community.cachix.org";
    const fix = fixOf(workflow(`{ run: "${run}" }`));
    const variable: string = parse(fix?.text ?? "").env.NIX_CONFIG;

    expect(confOf(variable)).toHaveLength(2);
    const step = `{ run: "${run}", env: { NIX_CONFIG: ${JSON.stringify(variable)} } }`;
    expect(outcomes(cacheKeysPaired, workflow(step))).toEqual({ ".": "pass" });
  });

  it("lets cachix-action bring a key that is not known", () => {
    const install = `{ uses: cachix/install-nix-action@v31, with: { extra_nix_config: "extra-substituters = https://acme.cachix.org" } }`;
    const fix = fixOf(workflow(install));

    expect(outcomes(cacheKeysPaired, workflow(install))).toEqual({ ".": "unknown" });
    expect(parse(fix?.text ?? "")).toEqual([
      { uses: "cachix/cachix-action@v16", with: { name: "acme", skipPush: true } },
    ]);
    const mended = workflow(`{ uses: cachix/install-nix-action@v31 }, ${JSON.stringify(parse(fix?.text ?? "")[0])}`);
    expect(outcomes(cacheKeysPaired, mended)).toEqual({ ".": "not-applicable" });
  });

  it("gives the cache of a key in a workflow, and the key of a cache in a nix.conf, in the language of each", () => {
    const keyed = fixOf(
      workflow(`{ run: x, env: { NIX_CONFIG: "extra-trusted-public-keys = acme.cachix.org-1:${key}" } }`),
    );
    expect(confOf(parse(keyed?.text ?? "").env.NIX_CONFIG)).toEqual(["substituters: https://acme.cachix.org"]);

    const conf = fixOf({ ...flake([], []), "nix.conf": "substituters = https://acme.cachix.org\n" });
    expect(conf).toMatchObject({ language: "nix.conf", path: "nix.conf" });
    expect(confOf(conf?.text ?? "")).toEqual(["trusted-public-keys: acme.cachix.org-1:PASTE-ITS-KEY"]);
  });

  it("never pastes what a repository wrote around a name", () => {
    const odd = `{ nixConfig.extra-substituters = [ "https://a\\"; x = \\"y\\''.example" ]; outputs = inputs: { }; }`;
    const fix = fixOf({ "flake.nix": odd });

    expect(parseNix(fix?.text ?? "{").errors).toEqual([]);
  });
});
