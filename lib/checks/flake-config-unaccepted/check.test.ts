import { describe, expect, it } from "vitest";
import { judge, outcomes } from "../testing/judge.ts";
import { flakeConfigUnaccepted } from "./check.ts";

const flake = { "flake.nix": "{ outputs = inputs: { }; }" };

function workflow(step: string) {
  return { ...flake, ".github/workflows/ci.yml": `on: push\njobs:\n  ci:\n    steps:\n      - ${step}\n` };
}

describe("flake-config-unaccepted", () => {
  it.each([
    "run: nix build --accept-flake-config",
    "run: nix build --option accept-flake-config true .#app",
    '{ uses: DeterminateSystems/determinate-nix-action@v3, with: { extra-conf: "accept-flake-config = true" } }',
    "{ run: nix build, env: { NIX_CONFIG: accept-flake-config = true } }",
  ])("fails in a workflow for %s", (step) => {
    expect(judge(flakeConfigUnaccepted, workflow(step))[0]).toMatchObject({
      outcome: "fail",
      evidence: [{ path: ".github/workflows/ci.yml", line: 5 }],
    });
  });

  it("fails for a machine that a module configures", () => {
    expect(
      outcomes(flakeConfigUnaccepted, { ...flake, "a.nix": "{ nix.settings.accept-flake-config = true; }" }),
    ).toEqual({
      ".": "fail",
    });
  });

  it.each([
    "run: nix build --no-accept-flake-config",
    "run: nix build --option accept-flake-config false",
    "run: nix build # --accept-flake-config",
  ])("passes for %s", (step) => {
    expect(outcomes(flakeConfigUnaccepted, workflow(step))).toEqual({ ".": "pass" });
  });

  it("is unknown where a workflow cannot be read, and does not apply without a flake", () => {
    expect(outcomes(flakeConfigUnaccepted, { ...flake, ".github/workflows/ci.yml": "a: [" })).toEqual({
      ".": "unknown",
    });
    expect(outcomes(flakeConfigUnaccepted, {})).toEqual({ ".": "not-applicable" });
  });
});
