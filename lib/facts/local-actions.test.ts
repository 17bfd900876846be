import { describe, expect, it } from "vitest";
import { factsOf } from "./testing/snapshot-fixture.ts";

const flake = { "flake.nix": "{ outputs = inputs: { }; }" };
const actionPath = ".github/actions/Set-Up-Nix/action.yml";

const composite = (...steps: readonly string[]) =>
  `name: Set up Nix\nruns:\n  using: composite\n  steps:\n${steps.map((step) => `    - ${step}\n`).join("")}`;

const calling = (...uses: readonly string[]) => ({
  ".github/workflows/ci.yml": `on:
  schedule: [{ cron: "0 4 * * 1" }]
jobs:
  nix:
    runs-on: ubuntu-latest
    steps:
${uses.map((one) => `      - uses: ${one}\n`).join("")}`,
});

describe("an action that the repository keeps for itself", () => {
  it("counts as what its steps do, each where it stands", () => {
    const facts = factsOf({
      ...flake,
      ...calling("./.github/actions/Set-Up-Nix"),
      [actionPath]: composite(
        "uses: DeterminateSystems/determinate-nix-action@v3",
        "uses: DeterminateSystems/flakehub-cache-action@v3",
        "uses: DeterminateSystems/flake-checker-action@v12",
        "uses: DeterminateSystems/update-flake-lock@v28",
        "{ run: nix flake check, shell: bash }",
      ),
    });
    const at = (line: number) => ({ path: actionPath, line });

    expect(facts.caching.caches).toMatchObject([{ class: "private", evidence: at(6) }]);
    expect(facts.flakeChecker).toMatchObject({ value: [{ by: "action", evidence: at(7) }] });
    expect(facts.updateAutomation).toMatchObject({ value: [{ kind: "update-flake-lock", evidence: at(8) }] });
    expect(facts.integration).toMatchObject({ value: [{ by: "workflow", evidence: at(9) }] });
    expect(facts.nixActions).toMatchObject({ value: [5, 6, 7, 8].map((line) => ({ evidence: at(line) })) });
  });

  it("is followed through the actions that it calls, each once, also in a circle", () => {
    const { nixActions } = factsOf({
      ...flake,
      ...calling("./outer", "./outer/"),
      "outer/action.yaml": composite("uses: ./inner", "uses: ./outer"),
      "inner/action.yml": composite("uses: cachix/install-nix-action@v31", "uses: ./outer"),
    });

    expect(nixActions).toMatchObject({ value: [{ action: "cachix/install-nix-action", evidence: { line: 5 } }] });
  });

  it("is unknown, not absent, where its file cannot be read or is not there", () => {
    const unreadable = factsOf({ ...flake, ...calling("./.github/actions/set-up-nix"), [actionPath]: "runs: [" });

    expect(unreadable.flakeChecker).toEqual({ known: false, reason: "unreadable" });
    expect(factsOf({ ...flake, ...calling("./gone/nix-cache") }).caching.mayHideCache).not.toBeNull();
  });

  it("says nothing while no workflow calls it, or where it runs a program", () => {
    const uncalled = factsOf({
      ...flake,
      ...calling(),
      [actionPath]: composite("uses: cachix/install-nix-action@v31"),
    });
    const program = { [actionPath]: "runs: { using: node24, main: index.js }" };
    const called = factsOf({ ...flake, ...calling("./.github/actions/set-up-nix"), ...program });

    expect(uncalled.nixActions).toEqual({ known: true, value: [] });
    expect(called.integration).toEqual({ known: false, reason: "not-read" });
  });
});
