import { describe, expect, it } from "vitest";
import { factsOf, githubNode, lockText } from "#lib/facts/testing/snapshot-fixture.ts";
import { defaultPolicy, type Policy } from "#lib/model/policy.ts";
import { compareWithFlakeChecker } from "./compare-with-flake-checker.ts";
import { asOf, daysAgo } from "./testing/judge.ts";

function compare(inputs: string, lock: string, policy: Policy = defaultPolicy) {
  const facts = factsOf({ "flake.nix": `{ ${inputs} outputs = i: { }; }`, "flake.lock": lock });
  const [flake] = facts.flakes;
  if (flake === undefined) throw new Error("the fixture is a flake");
  return compareWithFlakeChecker(flake, policy, asOf);
}

function nixpkgsNode(ref: string, ageDays: number, owner = "NixOS") {
  const node = githubNode(owner, "nixpkgs", daysAgo(ageDays));
  return { ...node, original: { ...node.original, ref } };
}

describe("compareWithFlakeChecker", () => {
  it("says nothing where both agree, clean or not", () => {
    const clean = lockText({ nixpkgs: "n" }, { n: nixpkgsNode("nixos-unstable", 3) });
    const old = lockText({ nixpkgs: "n" }, { n: nixpkgsNode("nixos-25.05", 40) });

    expect(compare(`inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";`, clean)).toEqual({
      verdict: { status: "ok", issues: [] },
      differences: [],
    });
    expect(compare(`inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-25.05";`, old)).toEqual({
      verdict: {
        status: "ok",
        issues: [
          { input: "nixpkgs", kind: "disallowed", value: "nixos-25.05" },
          { input: "nixpkgs", kind: "outdated", value: "40" },
        ],
      },
      differences: [],
    });
  });

  it("explains a list of branches that is older than ours, in both directions", () => {
    const lock = (ref: string) => lockText({ nixpkgs: "n" }, { n: nixpkgsNode(ref, 3) });
    const differences = (ref: string) =>
      compare(`inputs.nixpkgs.url = "github:NixOS/nixpkgs/${ref}";`, lock(ref))?.differences;

    expect(differences("nixos-26.05")).toEqual([
      "flake-checker allows only the channels of its list of 2026-03-27; for Flakeboard nixpkgs follows nixos-26.05, which is stable as of 2026-08-19.",
    ]);
    expect(differences("nixos-25.11")).toEqual([
      "flake-checker goes by its list of 2026-03-27, in which nixos-25.11 is allowed; for Flakeboard nixpkgs follows nixos-25.11, which is unmaintained as of 2026-08-19.",
    ]);
  });

  it("explains what flake-checker lets pass for not knowing it: the age of a registry's input", () => {
    const node = githubNode("NixOS", "nixpkgs", daysAgo(99));
    const lock = lockText({ nixpkgs: "n" }, { n: { ...node, original: { id: "nixpkgs", type: "indirect" } } });

    expect(compare(`inputs.nixpkgs.url = "nixpkgs";`, lock)).toEqual({
      verdict: { status: "ok", issues: [] },
      differences: [
        "flake-checker knows no branch of nixpkgs and lets it pass; for Flakeboard the branch of nixpkgs is unknown: a registry decides it.",
        "flake-checker knows no age of nixpkgs and lets it pass; for Flakeboard it is 99 days old, limit 30.",
      ],
    });
  });

  it("explains another limit and other owners of the policy", () => {
    const lock = lockText({ nixpkgs: "n" }, { n: nixpkgsNode("nixos-unstable", 40, "acme") });
    const policy = { ...defaultPolicy, nixpkgsAgeDaysMax: 60, nixpkgsOwners: ["nixos", "acme"] };

    expect(compare(`inputs.nixpkgs.url = "github:acme/nixpkgs/nixos-unstable";`, lock, policy)?.differences).toEqual([
      "flake-checker has a fixed limit of 30 days; for Flakeboard it is 40 days old, limit 60.",
      "flake-checker takes only NixOS for upstream; the policy here takes acme for it as well.",
    ]);
  });

  it("names the Nixpkgs that flake-checker does not look at, whether or not it ends with an error", () => {
    const node = nixpkgsNode("nixos-unstable", 3);
    const pkgs = `inputs.pkgs.url = "github:NixOS/nixpkgs/nixos-unstable";`;
    const alone = compare(pkgs, lockText({ pkgs: "n" }, { n: node }));
    const both = lockText({ pkgs: "n", nixpkgs: "m" }, { n: node, m: node });

    expect(alone?.verdict.status).toBe("error");
    expect(alone?.differences).toEqual([
      "flake-checker looks only at an input that is called nixpkgs, and ends with an error without one that it can read; Flakeboard judges pkgs.",
    ]);
    expect(compare(`${pkgs} ${pkgs.replace("pkgs", "nixpkgs")}`, both)?.differences).toEqual([
      "flake-checker looks only at an input that is called nixpkgs; Flakeboard judges pkgs as well.",
    ]);
  });

  it("says so of a lock that Nix takes and flake-checker does not, and nothing of one that neither takes", () => {
    const nixpkgs = `inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";`;
    const lock = lockText({ nixpkgs: "n" }, { n: nixpkgsNode("nixos-unstable", 3) });

    expect(compare(nixpkgs, lock.replace(/^\{/, `{ "comment": 1,`))?.differences).toEqual([
      "flake-checker cannot read this lock, which Nix takes; Flakeboard judges nixpkgs.",
    ]);
    expect(compare(nixpkgs, lock.slice(0, 60))).toMatchObject({ verdict: { status: "error" }, differences: [] });
  });

  it("leaves the branch and the owner of an input that follows to the one that it follows", () => {
    const tool = githubNode("acme", "tool", daysAgo(3), { nixpkgs: "n" });
    const lock = lockText({ nixpkgs: ["tool", "nixpkgs"], tool: "tool" }, { n: nixpkgsNode("staging", 3), tool });

    expect(
      compare(`inputs.nixpkgs.follows = "tool/nixpkgs"; inputs.tool.url = "github:acme/tool";`, lock)?.differences,
    ).toEqual([]);
  });

  it("does not take every input that is called nixpkgs for one", () => {
    const lock = lockText({ nixpkgs: "n" }, { n: githubNode("nix-community", "nixpkgs.lib", daysAgo(3)) });

    expect(compare(`inputs.nixpkgs.url = "github:nix-community/nixpkgs.lib";`, lock)?.differences).toEqual([
      "flake-checker takes nixpkgs for a Nixpkgs; for Flakeboard it is none.",
    ]);
  });

  it("has nothing to compare without a lock", () => {
    const [flake] = factsOf({ "flake.nix": "{ outputs = i: { }; }" }).flakes;

    expect(flake === undefined ? undefined : compareWithFlakeChecker(flake, defaultPolicy, asOf)).toBeNull();
  });
});
