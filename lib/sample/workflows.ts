import type { SampleFiles } from "./sample-repository.ts";

/** CacheStep is where a workflow takes built packages from, and puts them. */
export type CacheStep = keyof typeof cacheSteps;

const cacheSteps = {
  flakehub: `      - uses: DeterminateSystems/flakehub-cache-action@v3
`,
  "magic-nix-cache": `      - uses: DeterminateSystems/magic-nix-cache-action@v13
`,
  cachix: `      - uses: cachix/cachix-action@v16
        with:
          name: sample-web
          authToken: \${{ secrets.CACHIX_AUTH_TOKEN }}
`,
  attic: `      - uses: ryanccn/attic-action@v0
        with:
          endpoint: https://attic.sample.example
          cache: platform
          token: \${{ secrets.ATTIC_TOKEN }}
`,
  none: "",
} as const;

interface NixCiOptions {
  readonly cache?: CacheStep;
  readonly installer?: "determinate" | "cachix";
  readonly hasFlakeChecker?: boolean;
  /** Extra lines of nix.conf for the installer. */
  readonly settings?: readonly string[];
  readonly commands?: readonly string[];
}

const installers = {
  determinate: { uses: "DeterminateSystems/determinate-nix-action@v3", settings: "extra-conf" },
  cachix: { uses: "cachix/install-nix-action@v31", settings: "extra_nix_config" },
} as const;

/** nixCi is a workflow that installs Nix and runs `commands`, by default `nix flake check` and `nix build`. */
export function nixCi(options: NixCiOptions = {}): SampleFiles {
  const { cache = "none", installer = "determinate", hasFlakeChecker = false, settings = [] } = options;
  const { commands = ["nix flake check", "nix build"] } = options;
  const install = installers[installer];
  const conf = settings.map((line) => `            ${line}\n`).join("");
  const text = `name: CI
on:
  push:
    branches: [main]
  pull_request:
jobs:
  nix:
    runs-on: ubuntu-latest
    permissions:
      contents: read
      id-token: write
    steps:
      - uses: actions/checkout@v5
      - uses: ${install.uses}
${conf === "" ? "" : `        with:\n          ${install.settings}: |\n${conf}`}${cacheSteps[cache]}${
  hasFlakeChecker
    ? `      - uses: DeterminateSystems/flake-checker-action@v12
        with:
          fail-mode: true
`
    : ""
}${commands.map((command) => `      - run: ${command}\n`).join("")}`;
  return { ".github/workflows/ci.yml": text };
}

/** nixCiByAction is the same workflow with Nix and its cache set up by an action that the repository keeps for itself. */
export function nixCiByAction({ cache }: { readonly cache: CacheStep }): SampleFiles {
  return {
    ".github/actions/set-up-nix/action.yml": `name: Set up Nix
description: Nix and the cache that workflows share
runs:
  using: composite
  steps:
      - uses: ${installers.determinate.uses}
${cacheSteps[cache]}`,
    ".github/workflows/ci.yml": `name: CI
on:
  push:
    branches: [main]
  pull_request:
jobs:
  nix:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: ./.github/actions/set-up-nix
      - run: nix flake check
      - run: nix build
`,
  };
}

/** plainCi is a workflow without Nix. */
export function plainCi(setUp: string, ...commands: readonly string[]): SampleFiles {
  return {
    ".github/workflows/ci.yml": `name: CI
on: [push, pull_request]
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: ${setUp}
${commands.map((command) => `      - run: ${command}\n`).join("")}`,
  };
}

/**
 * updateFlakeLock is a scheduled workflow that opens a pull request with fresh inputs.
 * With a token of its own the workflows of that pull request start; with the default one they do not.
 */
export function updateFlakeLock(cron = "0 4 * * 1", token: "own" | "default" = "own"): SampleFiles {
  const ownToken = token === "own" ? `          token: \${{ secrets.UPDATE_FLAKE_LOCK_TOKEN }}\n` : "";
  return {
    ".github/workflows/update-flake-lock.yml": `name: Update flake.lock
on:
  workflow_dispatch:
  schedule:
    - cron: "${cron}"
jobs:
  update:
    runs-on: ubuntu-latest
    permissions:
      contents: write
      id-token: write
      pull-requests: write
    steps:
      - uses: actions/checkout@v5
      - uses: DeterminateSystems/determinate-nix-action@v3
      - uses: DeterminateSystems/update-flake-lock@v27
        with:
          pr-title: Update flake.lock
${ownToken}`,
  };
}

/** flakehubPush is a workflow that publishes the flake: every commit as a rolling release, or every tag. */
export function flakehubPush(
  name: string,
  kind: "rolling" | "tagged",
  visibility: "private" | "unlisted" = "private",
): SampleFiles {
  const trigger =
    kind === "rolling" ? "  push:\n    branches: [main]\n" : '  push:\n    tags: ["v?[0-9]+.[0-9]+.[0-9]+*"]\n';
  return {
    ".github/workflows/flakehub-publish.yml": `name: Publish to FlakeHub
on:
${trigger}jobs:
  publish:
    runs-on: ubuntu-latest
    permissions:
      contents: read
      id-token: write
    steps:
      - uses: actions/checkout@v5
      - uses: DeterminateSystems/determinate-nix-action@v3
      - uses: DeterminateSystems/flakehub-push@v6
        with:
          name: sample/${name}
          visibility: ${visibility}
${kind === "rolling" ? "          rolling: true\n" : ""}`,
  };
}

/** determinateCi calls the reusable workflow that builds every output, caches privately and publishes. */
export function determinateCi(): SampleFiles {
  return {
    ".github/workflows/ci.yml": `name: CI
on:
  push:
    branches: [main]
    tags: ["v?[0-9]+.[0-9]+.[0-9]+*"]
  pull_request:
jobs:
  determinate-ci:
    uses: DeterminateSystems/ci/.github/workflows/workflow.yml@main
    permissions:
      contents: read
      id-token: write
    with:
      visibility: private
`,
  };
}

/** dependabot updates the given ecosystems every week. */
export function dependabot(...ecosystems: readonly string[]): SampleFiles {
  const updates = ecosystems.map(
    (ecosystem) => `  - package-ecosystem: ${ecosystem}
    directory: /
    schedule:
      interval: weekly
`,
  );
  return { ".github/dependabot.yml": `version: 2\nupdates:\n${updates.join("")}` };
}

/** renovate updates everything that it does by default, and the inputs of flakes where `nix` is switched on. */
export function renovate(hasNix: boolean): SampleFiles {
  const settings = {
    $schema: "https://docs.renovatebot.com/renovate-schema.json",
    extends: ["config:recommended"],
    ...(hasNix ? { nix: { enabled: true }, lockFileMaintenance: { enabled: true } } : {}),
  };
  return { "renovate.json": `${JSON.stringify(settings, null, 2)}\n` };
}
