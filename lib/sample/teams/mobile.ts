import { tarball } from "../flake-input.ts";
import { flake } from "../flake-text.ts";
import { shell } from "../nix-outputs.ts";
import { codeowners, nodeProject, readme, sources, waiver } from "../project-files.ts";
import { commit, type SampleRepository } from "../sample-repository.ts";
import { flakeUtils, nixDarwin, nixpkgs } from "../upstreams.ts";
import { nixCi, plainCi, renovate } from "../workflows.ts";

const access = { mobile: "admin" } as const;

/** No Nix: Swift. */
const iosApp: SampleRepository = {
  name: "ios-app",
  description: "The shop on iPhones",
  access,
  commits: [
    commit(
      533,
      "First screens",
      readme("ios-app", "The shop on iPhones."),
      sources(
        ["App/Cart.swift", "struct Cart { var items: [Item] = [] }", 120],
        ["Package.swift", "// swift-tools", 8],
      ),
      plainCi("maxim-lobanov/setup-xcode@v1", "swift test"),
    ),
    commit(11, "Faster start", sources(["App/Start.swift", "func start() {}", 50])),
  ],
};

/** Nix without a flake: devbox. */
const androidApp: SampleRepository = {
  name: "android-app",
  description: "The shop on Android",
  access,
  commits: [
    commit(
      529,
      "First screens",
      readme("android-app", "The shop on Android."),
      sources(["app/src/main/kotlin/Cart.kt", "data class Cart(val items: List<Item>)", 110]),
    ),
    commit(240, "Same tools for everybody", {
      "devbox.json": `{
  // What everybody needs.
  "packages": ["gradle@8", "jdk@21"],
  "shell": { "init_hook": ["echo ready"] },
}
`,
      "devbox.lock": `{ "lockfile_version": "1", "packages": {} }\n`,
    }),
  ],
};

/** Stale: a release of Nixpkgs that nobody maintains, helpers for systems only, and a waiver that has ended. */
const buildFarm: SampleRepository = {
  name: "build-farm",
  description: "Macs that build the apps",
  access,
  commits: [
    commit(
      510,
      "Describe the Macs",
      readme("build-farm", "Macs that build the apps."),
      flake({
        description: "Macs that build the apps",
        inputs: [
          nixpkgs("nixpkgs-24.11-darwin", 512),
          nixDarwin(530, { follows: { nixpkgs: "nixpkgs" } }),
          flakeUtils(600),
        ],
        outputs: { devShells: { default: shell("fastlane") } },
        systemOutputs: {
          darwinConfigurations: {
            "mac-1": "nix-darwin.lib.darwinSystem { modules = [ ./mac.nix ]; }",
          },
        },
      }),
      { "mac.nix": '{\n  nixpkgs.hostPlatform = "aarch64-darwin";\n}\n' },
    ),
    commit(205, "Run the shell in CI", nixCi({ installer: "cachix", commands: ["nix develop -c fastlane lanes"] })),
    commit(
      140,
      "Let everybody who has an account build",
      {
        "mac.nix": `{
  nixpkgs.hostPlatform = "aarch64-darwin";
  nix.settings.trusted-users = [ "root" "@staff" ];
  nix.settings.sandbox = false;
}
`,
      },
      waiver("sandbox-kept", "Code signing needs the keychain until the new Macs are here", -20),
    ),
  ],
};

/** Nix without a flake: a shell that lorri keeps at hand. */
const pushService: SampleRepository = {
  name: "push-service",
  description: "Wakes phones up",
  access: { mobile: "maintain" },
  commits: [
    commit(
      485,
      "Wake phones up",
      readme("push-service", "Wakes phones up.", "Install lorri and direnv."),
      sources(
        ["lib/push.ex", "defmodule Push do\n  def send(token), do: {:ok, token}\nend", 25],
        ["mix.exs", "defmodule Push.MixProject do\nend", 5],
      ),
      {
        "shell.nix": `{ pkgs ? import <nixpkgs> { } }:
pkgs.mkShell { buildInputs = [ pkgs.elixir ]; }
`,
        ".envrc": 'eval "$(lorri direnv)"\nuse nix\n',
      },
    ),
    commit(130, "Retry when a phone sleeps", sources(["lib/retry.ex", "defmodule Push.Retry do\nend", 20])),
  ],
};

/** No Nix: a package for npm with two owning teams. */
const designTokens: SampleRepository = {
  name: "design-tokens",
  description: "Colours and sizes for every screen",
  access: { mobile: "write", web: "write" },
  commits: [
    commit(
      350,
      "Colours",
      readme("design-tokens", "Colours and sizes for every screen."),
      nodeProject("design-tokens", "colours", "sizes"),
      codeowners(".github/CODEOWNERS", "* @sample/mobile @sample/web"),
      renovate(false),
    ),
  ],
};

/** A tarball of a channel as Nixpkgs, and npins beside it from earlier. */
const storeScripts: SampleRepository = {
  name: "store-scripts",
  description: "Puts the apps into the stores",
  access,
  commits: [
    commit(
      475,
      "Upload to the stores",
      readme("store-scripts", "Puts the apps into the stores."),
      sources(["upload.rb", 'puts "uploading"', 45], ["Gemfile", 'gem "fastlane"', 3]),
      {
        "default.nix": `let
  sources = import ./npins;
  pkgs = import sources.nixpkgs { };
in
pkgs.bundlerEnv { name = "store-scripts"; gemdir = ./.; }
`,
        "npins/default.nix": "# Written by npins.\nbuiltins.fromJSON (builtins.readFile ./sources.json)\n",
        "npins/sources.json": '{ "pins": { "nixpkgs": { "type": "Channel", "name": "nixos-25.05" } }, "version": 7 }\n',
      },
    ),
    commit(
      115,
      "Try a flake",
      flake({
        description: "Puts the apps into the stores",
        inputs: [tarball("nixpkgs", "https://nixos.org/channels/nixos-25.11/nixexprs.tar.xz", 118)],
        outputs: { devShells: { default: shell("ruby", "bundler") } },
      }),
    ),
  ],
};

/** mobileRepositories are those of the mobile team. */
export const mobileRepositories: readonly SampleRepository[] = [
  iosApp,
  androidApp,
  buildFarm,
  pushService,
  designTokens,
  storeScripts,
];
