import { flake } from "../flake-text.ts";
import { nixos, perSystem, shell } from "../nix-outputs.ts";
import { nixReadme, readme, sources, useFlake } from "../project-files.ts";
import { commit, type SampleRepository } from "../sample-repository.ts";
import {
  agenix,
  deployRs,
  devshells,
  disko,
  monitoring,
  nixModules,
  nixpkgs,
  nixpkgsOnFlakeHub,
  releaseTool,
} from "../upstreams.ts";
import { flakehubPush, nixCi, updateFlakeLock } from "../workflows.ts";

const access = { platform: "admin" } as const;

const host = (name: string) => `{ config, lib, ... }:
{
  networking.hostName = "${name}";
  services.openssh.enable = true;
  age.secrets.deploy-key.file = ../secrets/deploy-key.age;
  system.stateVersion = "25.05";
}
`;

const infraMachines = {
  nixosConfigurations: {
    "edge-1": nixos("./hosts/edge-1.nix", "agenix.nixosModules.default", "disko.nixosModules.disko"),
    "build-1": nixos("./hosts/build-1.nix", "agenix.nixosModules.default"),
  },
  "deploy.nodes": {
    "edge-1.profiles.system.path": 'deploy-rs.lib.x86_64-linux.activate.nixos self.nixosConfigurations."edge-1"',
  },
};

const sharedMachines = {
  ...infraMachines,
  nixosConfigurations: {
    "edge-1": nixos(
      "./hosts/edge-1.nix",
      "agenix.nixosModules.default",
      "disko.nixosModules.disko",
      "nix-modules.nixosModules.baseline",
      "monitoring.nixosModules.collector",
    ),
    "build-1": nixos("./hosts/build-1.nix", "agenix.nixosModules.default", "nix-modules.nixosModules.baseline"),
  },
};

/** Early adopter: on branches of GitHub first, on version ranges and the organization's own modules today. */
const nixosInfra: SampleRepository = {
  name: "nixos-infra",
  description: "The machines that everything runs on",
  access,
  topics: ["nixos", "infrastructure"],
  commits: [
    commit(
      540,
      "Describe the first machine",
      readme("nixos-infra", "NixOS configurations of our machines."),
      { "hosts/edge-1.nix": host("edge-1"), "hosts/build-1.nix": host("build-1") },
      flake({
        description: "The machines that everything runs on",
        inputs: [nixpkgs("nixos-24.11", 545), agenix(560)],
        systemOutputs: {
          nixosConfigurations: { "edge-1": nixos("./hosts/edge-1.nix", "agenix.nixosModules.default") },
        },
      }),
    ),
    commit(
      380,
      "Deploy with deploy-rs, partition with disko",
      flake({
        description: "The machines that everything runs on",
        inputs: [
          nixpkgs("nixos-25.05", 382),
          agenix(410, { follows: { nixpkgs: "nixpkgs" } }),
          disko(390, { follows: { nixpkgs: "nixpkgs" } }),
          deployRs(400, { follows: { nixpkgs: "nixpkgs" } }),
        ],
        outputs: { devShells: { default: shell("age", "just") } },
        systemOutputs: infraMachines,
      }),
      { "secrets/deploy-key.age": "age-encryption.org/v1\n-> ssh-ed25519 sample sample\nencrypted\n" },
      { "secrets/secrets.nix": '{ "deploy-key.age".publicKeys = [ "ssh-ed25519 AAAAC3sample" ]; }\n' },
      nixCi({ commands: ["nix flake check"] }),
      useFlake,
    ),
    commit(200, "Show the way in", nixReadme("nixos-infra", "NixOS configurations of our machines.")),
    commit(150, "Keep built systems private", nixCi({ cache: "flakehub", hasFlakeChecker: true }), updateFlakeLock()),
    commit(
      2,
      "Take Nixpkgs and our modules from FlakeHub",
      flake({
        description: "The machines that everything runs on",
        inputs: [
          nixpkgsOnFlakeHub("0.2605", "0.2605.912044", 3),
          agenix(40, { follows: { nixpkgs: "nixpkgs", darwin: "" } }),
          disko(12, { follows: { nixpkgs: "nixpkgs" } }),
          deployRs(90, { follows: { nixpkgs: "nixpkgs" } }),
          nixModules(8, { follows: { nixpkgs: "nixpkgs", agenix: "agenix" } }),
          monitoring(18, { follows: { nixpkgs: "nixpkgs", "nix-modules": "nix-modules" } }),
          releaseTool("1", 30),
        ],
        outputs: {
          devShells: { default: shell("age", "just", perSystem("release-tool.packages", "default")) },
          formatter: "pkgs.nixfmt",
        },
        systemOutputs: sharedMachines,
      }),
    ),
  ],
};

/** The organization's own modules: published for the others, every commit a rolling release. */
const nixModulesRepository: SampleRepository = {
  name: "nix-modules",
  description: "NixOS modules that our machines share",
  access,
  visibility: "internal",
  commits: [
    commit(
      420,
      "Start from the modules of nixos-infra",
      nixReadme("nix-modules", "NixOS modules that our machines share.", "nix flake show"),
      { "modules/baseline.nix": "{ lib, ... }:\n{\n  services.openssh.settings.PasswordAuthentication = false;\n}\n" },
      flake({
        description: "NixOS modules that our machines share",
        inputs: [nixpkgs("nixos-25.05", 421)],
        systemOutputs: { nixosModules: { baseline: "import ./modules/baseline.nix" } },
      }),
    ),
    commit(260, "Check and publish", nixCi({ cache: "flakehub" }), flakehubPush("nix-modules", "rolling")),
    commit(
      100,
      "Take the shell that everybody has",
      flake({
        description: "NixOS modules that our machines share",
        inputs: [nixpkgs("nixos-25.11", 101), devshells(112, { follows: { nixpkgs: "nixpkgs" } })],
        outputs: { devShells: { default: perSystem("devshells.devShells", "go") } },
        systemOutputs: { nixosModules: { baseline: "import ./modules/baseline.nix" } },
      }),
    ),
    commit(
      10,
      "Update inputs",
      flake({
        description: "NixOS modules that our machines share",
        inputs: [
          nixpkgs("nixos-26.05", 11),
          agenix(40, { follows: { nixpkgs: "nixpkgs", darwin: "" } }),
          devshells(20, { follows: { nixpkgs: "nixpkgs" } }),
        ],
        outputs: { devShells: { default: perSystem("devshells.devShells", "go") }, formatter: "pkgs.nixfmt" },
        systemOutputs: {
          nixosModules: { baseline: "{ imports = [ agenix.nixosModules.default ./modules/baseline.nix ]; }" },
        },
      }),
      updateFlakeLock("30 5 * * 1-5"),
    ),
  ],
};

const legacyAnsible: SampleRepository = {
  name: "legacy-ansible",
  description: "What machines were set up with before NixOS",
  access,
  archivedDaysAgo: 365,
  commits: [
    commit(
      535,
      "Import the playbooks",
      readme("legacy-ansible", "Playbooks of the old machines."),
      sources(["site.yml", "- hosts: all", 40], ["filter.py", "def clean(value): return value.strip()", 30]),
    ),
    commit(370, "Point to nixos-infra", readme("legacy-ansible", "Moved to nixos-infra.")),
  ],
};

/** machineRepositories are those of the platform team that describe machines. */
export const machineRepositories: readonly SampleRepository[] = [nixosInfra, nixModulesRepository, legacyAnsible];
