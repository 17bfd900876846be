import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { githubNode, lockText } from "#lib/facts/testing/snapshot-fixture.ts";
import { contextOf, daysAgo, judge, outcomes } from "../testing/judge.ts";
import { fixOf } from "../testing/parse-fix.ts";
import { updatesReachInputs } from "./check.ts";

const flake = `{
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";
  inputs.released.url = "https://flakehub.com/f/acme/tool/0.1";
  inputs.pinned.url = "github:acme/pinned/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
  outputs = inputs: { };
}`;

const dependabot = (place: string) => ({
  ".github/dependabot.yml": `version: 2\nupdates: [{ package-ecosystem: nix, ${place} }]\n`,
});

function update(inputs = ""): Readonly<Record<string, string>> {
  const step = `- { uses: DeterminateSystems/update-flake-lock@v27${inputs === "" ? "" : `, with: { ${inputs} }`} }`;
  return {
    ".github/workflows/update.yml": `on: { schedule: [{ cron: "0 4 * * 1" }] }\njobs:\n  a:\n    steps:\n      ${step}\n`,
  };
}

describe("updates-reach-inputs", () => {
  it("passes for what an automation reaches, fails for a release that Dependabot does not know, and leaves pins alone", () => {
    expect(judge(updatesReachInputs, { "flake.nix": flake, ...dependabot("directory: /") })).toEqual([
      {
        subject: "./nixpkgs",
        outcome: "pass",
        summary: "Dependabot updates nixpkgs",
        evidence: [{ path: ".github/dependabot.yml", line: 2 }],
      },
      {
        subject: "./pinned",
        outcome: "not-applicable",
        summary: "pinned is pinned to a revision, which nothing should move",
        evidence: [{ path: "flake.nix", line: 4 }],
      },
      {
        subject: "./released",
        outcome: "fail",
        summary: "Dependabot does not reach released",
        evidence: [
          { path: "flake.nix", line: 3 },
          { path: ".github/dependabot.yml", line: 2 },
        ],
      },
    ]);
  });

  it("passes for everything where `nix flake update` runs, and only for the inputs that it names", () => {
    expect(outcomes(updatesReachInputs, { "flake.nix": flake, ...update() })).toMatchObject({
      "./nixpkgs": "pass",
      "./released": "pass",
    });
    expect(outcomes(updatesReachInputs, { "flake.nix": flake, ...update("inputs: released") })).toMatchObject({
      "./nixpkgs": "fail",
      "./released": "pass",
    });
  });

  it("asks for the folder of each flake", () => {
    const files = { "flake.nix": flake, "nix/flake.nix": flake };

    expect(outcomes(updatesReachInputs, { ...files, ...dependabot("directory: /nix") })).toMatchObject({
      "./nixpkgs": "fail",
      "./nix/nixpkgs": "pass",
    });
  });

  it("is unknown where folders are named by a pattern, and where Renovate may read the node of another input", () => {
    const lock = lockText(
      { nixpkgs: "nixpkgs_2" },
      { nixpkgs_2: githubNode("NixOS", "nixpkgs", daysAgo(1)), nixpkgs: githubNode("acme", "other", daysAgo(1)) },
    );
    const one = `{ inputs.nixpkgs.url = "github:NixOS/nixpkgs"; outputs = inputs: { }; }`;

    expect(outcomes(updatesReachInputs, { "flake.nix": one, ...dependabot(`directories: ["/*"]`) })).toEqual({
      "./nixpkgs": "unknown",
    });
    const renovate = { "flake.nix": one, "flake.lock": lock, "renovate.json": `{ "nix": { "enabled": true } }` };
    expect(outcomes(updatesReachInputs, renovate)).toEqual({ "./nixpkgs": "unknown" });
  });

  it("is unknown where the automation is, and does not apply without one, without inputs, without a flake", () => {
    expect(outcomes(updatesReachInputs, { "flake.nix": flake, ".github/dependabot.yml": "[" })).toEqual({
      ".": "unknown",
    });
    expect(outcomes(updatesReachInputs, { "flake.nix": flake })).toEqual({ ".": "not-applicable" });
    expect(outcomes(updatesReachInputs, { "flake.nix": "{ outputs = inputs: { }; }" })).toEqual({
      ".": "not-applicable",
    });
    expect(outcomes(updatesReachInputs, {})).toEqual({ ".": "not-applicable" });
  });

  it("offers a longer list of inputs where the workflow that is there names some, and that mends it", () => {
    const files = { "flake.nix": flake, ...update("inputs: released other") };
    const fix = fixOf(updatesReachInputs, contextOf(files), "./nixpkgs");

    expect(fix).toMatchObject({
      path: ".github/workflows/update.yml",
      title: "Let the workflow update nixpkgs as well",
    });
    expect(parse(fix?.text ?? "")).toEqual({ with: { inputs: "released other nixpkgs" } });
    const mended = { "flake.nix": flake, ...update(`inputs: ${parse(fix?.text ?? "").with.inputs}`) };
    expect(outcomes(updatesReachInputs, mended)).toMatchObject({ "./nixpkgs": "pass", "./released": "pass" });
  });

  it("offers no list for a flake in another folder, nor with a name that a shell would take for more", () => {
    const elsewhere = fixOf(
      updatesReachInputs,
      contextOf({ "nix/flake.nix": flake, ...update("inputs: released") }),
      "./nix/nixpkgs",
    );
    const hostile = `{ inputs.a.url = "github:o/a"; inputs."b; rm x".url = "github:o/b"; outputs = i: { }; }`;
    const quoted = fixOf(updatesReachInputs, contextOf({ "flake.nix": hostile, ...update("inputs: a") }), "./b; rm x");

    expect(Object.keys(parse(elsewhere?.text ?? "").jobs)).toEqual(["lock-nix"]);
    expect(Object.keys(parse(quoted?.text ?? "").jobs)).toEqual(["lock"]);
  });

  it("offers the workflow that reaches the input", () => {
    const fix = fixOf(
      updatesReachInputs,
      contextOf({ "nix/flake.nix": flake, ...dependabot("directory: /nix") }),
      "./nix/released",
    );

    expect(parse(fix?.text ?? "").jobs["lock-nix"].steps.at(-1)).toMatchObject({
      uses: "DeterminateSystems/update-flake-lock@v28",
      with: { "path-to-flake-dir": "nix" },
    });
  });
});
