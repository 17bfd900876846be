import { describe, expect, it } from "vitest";
import { judge, outcomes } from "../testing/judge.ts";
import { updatesChecked } from "./check.ts";

const flake = { "flake.nix": `{ inputs.nixpkgs.url = "github:NixOS/nixpkgs"; outputs = inputs: { }; }` };

function update(step: string): Readonly<Record<string, string>> {
  const text = `on: { schedule: [{ cron: "0 4 * * 1" }] }\njobs:\n  a:\n    steps:\n      - ${step}\n`;
  return { ...flake, ".github/workflows/update.yml": text };
}

const action = "uses: DeterminateSystems/update-flake-lock@v27";

describe("updates-checked", () => {
  it("fails where the default token proposes, with its line", () => {
    expect(judge(updatesChecked, update(action))).toEqual([
      {
        subject: ".",
        outcome: "fail",
        summary: "the update-flake-lock action proposes with the default token, which starts no workflow",
        evidence: [{ path: ".github/workflows/update.yml", line: 5 }],
      },
    ]);
    expect(outcomes(updatesChecked, update(`{ ${action}, with: { token: "\${{ secrets.GITHUB_TOKEN }}" } }`))).toEqual({
      ".": "fail",
    });
  });

  it("passes with a token of its own, and for Dependabot", () => {
    expect(outcomes(updatesChecked, update(`{ ${action}, with: { token: "\${{ secrets.BOT }}" } }`))).toEqual({
      ".": "pass",
    });
    const dependabot = "version: 2\nupdates: [{ package-ecosystem: nix, directory: / }]\n";
    expect(outcomes(updatesChecked, { ...flake, ".github/dependabot.yml": dependabot })).toEqual({ ".": "pass" });
  });

  it("is unknown for a hand-made update, and where the automation is", () => {
    expect(outcomes(updatesChecked, update("run: nix flake update && git push"))).toEqual({ ".": "unknown" });
    expect(outcomes(updatesChecked, { ...flake, "renovate.json": "{" })).toEqual({ ".": "unknown" });
  });

  // niri-flake amends what the action proposes, and pushes it by a person's token, so that workflows start.
  it("is unknown where the workflow pushes the proposal once more", () => {
    expect(outcomes(updatesChecked, update(`${action}\n      - run: git push --force`))).toEqual({ ".": "unknown" });
    expect(outcomes(updatesChecked, update(`${action}\n      - run: gh pr merge --auto`))).toEqual({ ".": "fail" });
  });

  it("does not apply where nothing proposes updates, or there is no flake", () => {
    expect(outcomes(updatesChecked, flake)).toEqual({ ".": "not-applicable" });
    expect(outcomes(updatesChecked, {})).toEqual({ ".": "not-applicable" });
  });
});
