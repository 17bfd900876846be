import { describe, expect, it } from "vitest";
import { judge, outcomes } from "../testing/judge.ts";
import { updatesAutomated } from "./check.ts";

const flake = { "flake.nix": `{ inputs.nixpkgs.url = "github:NixOS/nixpkgs"; outputs = inputs: { }; }` };

const update = `on:
  schedule: [{ cron: "0 4 * * 1" }]
jobs:
  update:
    steps:
      - uses: DeterminateSystems/update-flake-lock@v27
`;

describe("updates-automated", () => {
  it("passes for a scheduled update, and shows its line", () => {
    expect(judge(updatesAutomated, { ...flake, ".github/workflows/update.yml": update })).toEqual([
      {
        subject: ".",
        outcome: "pass",
        summary: "the update-flake-lock action updates flake.lock",
        evidence: [{ path: ".github/workflows/update.yml", line: 6 }],
      },
    ]);
  });

  it("names every updater once", () => {
    const files = {
      ...flake,
      ".github/workflows/a.yml": update,
      ".github/workflows/b.yml": update,
      ".github/dependabot.yml": "version: 2\nupdates: [{ package-ecosystem: nix, directory: / }]\n",
    };

    expect(judge(updatesAutomated, files)[0]?.summary).toBe(
      "the update-flake-lock action and Dependabot update flake.lock",
    );
  });

  it("fails where nothing does", () => {
    expect(outcomes(updatesAutomated, { ...flake, "renovate.json": `{ "extends": ["config:recommended"] }` })).toEqual({
      ".": "fail",
    });
  });

  it("is unknown where a file cannot be read, or the answer lies elsewhere, and says which", () => {
    const unreadable = judge(updatesAutomated, { ...flake, ".github/workflows/update.yml": "on: [\n" });
    const elsewhere = judge(updatesAutomated, { ...flake, "renovate.json": `{ "extends": ["local>acme/renovate"] }` });

    expect(unreadable[0]).toMatchObject({ outcome: "unknown", summary: expect.stringContaining("cannot be read") });
    expect(elsewhere[0]).toMatchObject({ outcome: "unknown", summary: expect.stringContaining("was not read") });
    expect(outcomes(updatesAutomated, flake, false)).toEqual({ ".": "unknown" });
  });

  it("does not apply where there is nothing to update", () => {
    const path = `{ inputs.sub.url = "path:./sub"; outputs = inputs: { }; }`;

    expect(outcomes(updatesAutomated, { "flake.nix": path })).toEqual({ ".": "not-applicable" });
    expect(outcomes(updatesAutomated, {})).toEqual({ ".": "not-applicable" });
  });

  it("is unknown where the inputs are", () => {
    expect(outcomes(updatesAutomated, { "flake.nix": "symlink" })).toEqual({ ".": "unknown" });
  });
});
