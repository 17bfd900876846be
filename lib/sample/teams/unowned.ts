import { flake } from "../flake-text.ts";
import { perSystem, shell } from "../nix-outputs.ts";
import { codeowners, readme, sources } from "../project-files.ts";
import { commit, type SampleRepository } from "../sample-repository.ts";
import {
  crane,
  devshells,
  fenix,
  flakeUtils,
  gitHooks,
  homeManager,
  nixpkgs,
  rustOverlay,
  treefmt,
  uv2nix,
} from "../upstreams.ts";

/** Nobody's: teams may read it only, and its CODEOWNERS names one person. Whatever was tried has stayed in its lock. */
const playground: SampleRepository = {
  name: "playground",
  description: "For trying things out",
  access: { web: "read", data: "triage" },
  visibility: "internal",
  commits: [
    commit(
      345,
      "Try things out",
      readme("playground", "For trying things out."),
      sources(["try.sh", "echo try", 12]),
      codeowners(".github/CODEOWNERS", "* @farid-haddad"),
    ),
    commit(
      135,
      "Try flakes",
      flake({
        description: "For trying things out",
        inputs: [nixpkgs("nixos-unstable", 137), nixpkgs("nixos-25.11", 139, "nixpkgs-stable"), flakeUtils(740)],
        outputs: { devShells: { default: shell("hello", "cowsay") } },
      }),
    ),
    commit(
      128,
      "Try everything",
      flake({
        description: "For trying things out",
        inputs: [
          nixpkgs("nixos-unstable", 137),
          nixpkgs("nixos-25.11", 139, "nixpkgs-stable"),
          flakeUtils(740),
          crane(150),
          devshells(131),
          fenix(129),
          gitHooks(145),
          homeManager(133),
          rustOverlay(130),
          treefmt(141),
          uv2nix(136),
        ],
        outputs: {
          devShells: { default: shell("hello", "cowsay"), shared: perSystem("devshells.devShells", "go") },
          formatter: "(treefmt-nix.lib.evalModule pkgs { }).config.build.wrapper",
        },
      }),
    ),
  ],
};

/** unownedRepositories belong to no team. The second has been created and not used yet. */
export const unownedRepositories: readonly SampleRepository[] = [
  playground,
  { name: "new-idea", description: "Something new", access: {}, createdDaysAgo: 4, commits: [] },
];
