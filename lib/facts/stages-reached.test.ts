import { describe, expect, it } from "vitest";
import { type FixtureFiles, factsOf } from "./testing/snapshot-fixture.ts";

function stages(files: FixtureFiles) {
  return factsOf(files).stages.map(({ stage, evidence }) => [stage, evidence.path, evidence.line]);
}

function ofSteps(...steps: readonly string[]) {
  const lines = steps.map((step) => `      - ${step}\n`).join("");
  return stages({ ".github/workflows/ci.yml": `on: push\njobs:\n  ci:\n    steps:\n${lines}` });
}

describe("development", () => {
  it.each([
    ["use flake", 1],
    ["#!/usr/bin/env bash\nuse flake ./nix --impure\n", 2],
    ["use_flake\r\n", 1],
    ["has nix && use flake", 1],
    ["if type -P nix; then use flake .; fi", 1],
  ])("is reached by an .envrc that loads a flake: %j", (text, line) => {
    expect(stages({ ".envrc": text })).toEqual([["development", ".envrc", line]]);
  });

  it.each(["use nix", "# use flake", "use flake_utils", "echo 'use flake'", ""])("is not reached by %j", (text) => {
    expect(stages({ ".envrc": text })).toEqual([]);
  });
});

describe("continuous integration", () => {
  it("is not reached by an installer alone", () => {
    expect(ofSteps("uses: DeterminateSystems/determinate-nix-action@v3", "run: make test")).toEqual([]);
    expect(ofSteps("uses: cachix/install-nix-action@v31", "run: nix --version")).toEqual([]);
    expect(ofSteps("uses: cachix/install-nix-action@v31", "run: nix flake update")).toEqual([]);
  });

  it.each([
    "run: nix build",
    "run: nix flake check -L",
    "run: nix --accept-flake-config develop -c make test",
    "run: nix-build -A app",
    "uses: nicknovitski/nix-develop@v1",
    `{ run: make test, shell: "nix develop -c bash -e {0}" }`,
  ])("is reached by a step that builds, checks or enters the flake: %s", (step) => {
    const reached = [["continuous-integration", ".github/workflows/ci.yml", 6]];

    expect(ofSteps("uses: DeterminateSystems/determinate-nix-action@v3", step)).toEqual(reached);
    // On a runner that has Nix, or behind an action that installs it, no installer is to be seen.
    expect(ofSteps("uses: ./.github/actions/setup", step)).toEqual(reached);
  });

  it.each(["run: '# nix build'", "run: echo nix build", "run: npm run build", "uses: nix/build@v1"])(
    "is not reached by %s",
    (step) => {
      expect(ofSteps(step)).toEqual([]);
    },
  );
});

describe("distribution", () => {
  it.each([
    "DeterminateSystems/flakehub-push@v6",
    "determinatesystems/FlakeHub-Push@main",
    "flakestry/flakestry-publish@main",
  ])("is reached by %s", (uses) => {
    expect(ofSteps(`uses: ${uses}`)).toEqual([["distribution", ".github/workflows/ci.yml", 5]]);
  });

  it("is reached by the whole workflow of Determinate only where it is told a visibility", () => {
    const call = (inputs: string) => ({
      ".github/workflows/ci.yml": `on: push\njobs:\n  a:\n    uses: DeterminateSystems/ci/.github/workflows/workflow.yml@main\n${inputs}`,
    });

    expect(stages(call("")).map(([stage]) => stage)).toEqual(["continuous-integration"]);
    expect(stages(call("    with: { visibility: private }\n")).map(([stage]) => stage)).toEqual([
      "continuous-integration",
      "distribution",
    ]);
  });
});

describe("outputs of a flake", () => {
  const flake = `{
  outputs = { self, nixpkgs }: {
    devShells.x86_64-linux.default = nixpkgs.x;
    packages.x86_64-linux.default = nixpkgs.y;
    nixosConfigurations.host = nixpkgs.z;
    formatter.x86_64-linux = nixpkgs.f;
  };
}`;

  it("show development, packaging and systems, each with its line", () => {
    expect(stages({ "nix/flake.nix": flake })).toEqual([
      ["development", "nix/flake.nix", 3],
      ["packaging", "nix/flake.nix", 4],
      ["systems", "nix/flake.nix", 5],
    ]);
  });

  it("show nothing in templates, examples and tests, nor where they are called so only in a comment", () => {
    expect(stages({ "templates/a/flake.nix": flake, "examples/flake.nix": flake })).toEqual([]);
    expect(stages({ "flake.nix": "# devShells\n{ outputs = { self }: { lib.packages = 1; }; }" })).toEqual([]);
  });
});

it("shows each stage once, by the first place", () => {
  const text = "on: push\njobs: { a: { steps: [{ run: nix build }, { run: nix build }] } }\n";

  expect(stages({ ".github/workflows/b.yml": text, ".github/workflows/a.yml": text, ".envrc": "use flake" })).toEqual([
    ["development", ".envrc", 1],
    ["continuous-integration", ".github/workflows/a.yml", 2],
  ]);
});
