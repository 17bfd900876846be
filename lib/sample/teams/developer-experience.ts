import { follows } from "../flake-input.ts";
import { flake, flakeText } from "../flake-text.ts";
import { cranePackage, npmPackage, perSystem, shell } from "../nix-outputs.ts";
import { nixReadme, readme, rustProject, sources, useFlake } from "../project-files.ts";
import { commit, inFolder, type SampleRepository } from "../sample-repository.ts";
import { crane, devshells, flakeUtils, nixpkgs, releaseTool, rustOverlay } from "../upstreams.ts";
import { determinateCi, flakehubPush, nixCi, updateFlakeLock } from "../workflows.ts";

const access = { "developer-experience": "admin", platform: "maintain" } as const;

/** Shared environments that others take as an input; an example and a test flake beside the main one. */
const devshellsRepository: SampleRepository = {
  name: "devshells",
  description: "Development environments for every language we use",
  access: { "developer-experience": "admin" },
  visibility: "internal",
  topics: ["nix", "developer-experience"],
  commits: [
    commit(
      450,
      "Shells for Go and Rust",
      nixReadme("devshells", "Development environments.", "nix develop github:sample/devshells#go"),
      flake({
        description: "Development environments for every language we use",
        inputs: [nixpkgs("nixos-unstable", 452), flakeUtils(600)],
        outputs: { devShells: { go: shell("go", "gopls"), rust: shell("cargo", "rustc", "rust-analyzer") } },
      }),
    ),
    commit(
      250,
      "Do without flake-utils",
      flake({
        description: "Development environments for every language we use",
        inputs: [nixpkgs("nixos-unstable", 251)],
        outputs: {
          devShells: {
            go: shell("go", "gopls"),
            rust: shell("cargo", "rustc", "rust-analyzer"),
            node: shell("nodejs_24", "pnpm"),
          },
        },
      }),
      inFolder(
        "examples/service",
        flake({
          description: "A service that uses the shared shells",
          inputs: [nixpkgs("nixos-unstable", 251)],
          outputs: { devShells: { default: shell("go") } },
        }),
      ),
    ),
    commit(180, "Check every shell, update every week", nixCi({ cache: "flakehub" }), updateFlakeLock()),
    commit(170, "Publish every commit", flakehubPush("devshells", "rolling")),
    commit(
      5,
      "Update flake.lock",
      flake({
        description: "Development environments for every language we use",
        inputs: [nixpkgs("nixos-unstable", 6)],
        outputs: {
          devShells: {
            go: shell("go", "gopls"),
            rust: shell("cargo", "rustc", "rust-analyzer"),
            node: shell("nodejs_24", "pnpm"),
          },
          formatter: "pkgs.nixfmt",
        },
      }),
      inFolder("tests/smoke", {
        "flake.nix": flakeText({
          description: "Enters every shell once",
          inputs: [nixpkgs("nixos-unstable", 6)],
          outputs: { checks: { go: shell("go") } },
        }),
      }),
    ),
  ],
};

const template = (language: string, ...packages: readonly string[]) =>
  inFolder(`templates/${language}`, {
    "flake.nix": flakeText({
      description: `A new project in ${language}`,
      inputs: [nixpkgs("nixos-unstable", 0)],
      outputs: { devShells: { default: shell(...packages) } },
    }),
  });

/** Only templates: none of its flakes counts as adoption. */
const flakeTemplates: SampleRepository = {
  name: "flake-templates",
  description: "What new projects start from",
  access,
  visibility: "public",
  commits: [
    commit(
      330,
      "Templates for Go and Rust",
      nixReadme(
        "flake-templates",
        "What new projects start from.",
        "nix flake init -t github:sample/flake-templates#go",
      ),
      template("go", "go"),
      template("rust", "cargo"),
    ),
    commit(110, "Template for Python", template("python", "python3", "uv")),
  ],
};

/** Workflows for other repositories; no flake of its own. */
const ciWorkflows: SampleRepository = {
  name: "ci-workflows",
  description: "Workflows that other repositories call",
  access: { "developer-experience": "maintain" },
  commits: [
    commit(
      440,
      "A workflow for services",
      readme("ci-workflows", "Workflows that other repositories call."),
      {
        ".github/workflows/service.yml": `name: Service
on:
  workflow_call:
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - run: make
`,
      },
      sources(["scripts/summary.sh", "cat report.txt", 15]),
    ),
    commit(90, "A workflow with Nix", {
      ".github/workflows/nix.yml": `name: Nix
on:
  workflow_call:
jobs:
  build:
    runs-on: ubuntu-latest
    permissions:
      contents: read
      id-token: write
    steps:
      - uses: actions/checkout@v5
      - uses: DeterminateSystems/determinate-nix-action@v3
      - uses: DeterminateSystems/flakehub-cache-action@v3
      - run: nix flake check
`,
    }),
  ],
};

/** Its Nixpkgs is that of another input, which itself follows a third. */
const handbook: SampleRepository = {
  name: "handbook",
  description: "How we work",
  access: { "developer-experience": "admin" },
  topics: ["documentation"],
  commits: [
    commit(
      480,
      "Start writing",
      readme("handbook", "How we work."),
      sources(["docs/onboarding.md", "Ask somebody.", 40], ["theme/site.css", "body { margin: 0 }", 30]),
    ),
    commit(
      45,
      "Build the site with Nix",
      flake({
        description: "How we work",
        inputs: [follows("nixpkgs", "release-tool/nixpkgs"), releaseTool("*", 50)],
        outputs: {
          devShells: { default: shell("mdbook", perSystem("release-tool.packages", "default")) },
          packages: { default: npmPackage("handbook") },
        },
      }),
      useFlake,
      nixCi({ cache: "magic-nix-cache", commands: ["nix build"] }),
      { "CONTRIBUTING.md": "# Contributing\n\nRun `nix develop`, then `mdbook serve`.\n" },
    ),
  ],
};

const releaseToolInputs = (nixpkgsAge: number, overlayAge: number) => [
  nixpkgs("nixos-unstable", nixpkgsAge),
  crane(overlayAge + 3),
  rustOverlay(overlayAge, { follows: { nixpkgs: "nixpkgs" } }),
];

/** Tagged releases on FlakeHub, built by the all-in-one workflow. */
const releaseToolRepository: SampleRepository = {
  name: "release-tool",
  description: "Cuts releases with SemVer",
  access,
  topics: ["rust", "semver"],
  commits: [
    commit(
      525,
      "Cut releases",
      readme("release-tool", "Cuts releases with SemVer."),
      rustProject("release-tool", "version", "changelog"),
    ),
    commit(
      400,
      "Add a flake",
      flake({
        description: "Cuts releases with SemVer",
        inputs: releaseToolInputs(401, 402),
        outputs: { devShells: { default: shell("cargo-nextest") }, packages: { default: cranePackage() } },
      }),
      useFlake,
      nixCi({ cache: "magic-nix-cache" }),
    ),
    commit(
      210,
      "Publish tags, build with one workflow",
      flakehubPush("release-tool", "tagged"),
      determinateCi(),
      nixReadme("release-tool", "Cuts releases with SemVer."),
    ),
    commit(
      21,
      "Update flake.lock",
      flake({
        description: "Cuts releases with SemVer",
        inputs: [...releaseToolInputs(22, 24), devshells(33, { follows: { nixpkgs: "nixpkgs" } })],
        outputs: {
          devShells: { default: perSystem("devshells.devShells", "rust") },
          overlays: "rust-overlay.overlays",
          packages: { default: cranePackage() },
          apps: { default: `{ type = "app"; program = "\${self.packages.\${system}.default}/bin/release-tool"; }` },
        },
      }),
      updateFlakeLock("0 6 * * *"),
    ),
  ],
};

/** developerExperienceRepositories are those of the team that is nested in platform. */
export const developerExperienceRepositories: readonly SampleRepository[] = [
  devshellsRepository,
  flakeTemplates,
  ciWorkflows,
  handbook,
  releaseToolRepository,
];
