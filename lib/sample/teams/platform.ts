import { flake } from "../flake-text.ts";
import { container, goPackage, rustPackage, shell, testRun } from "../nix-outputs.ts";
import {
  codeowners,
  dockerfile,
  goProject,
  nixReadme,
  readme,
  rustProject,
  sources,
  useFlake,
} from "../project-files.ts";
import { commit, type SampleRepository } from "../sample-repository.ts";
import { nixModules, nixpkgs, vaultService } from "../upstreams.ts";
import { flakehubPush, nixCi, plainCi } from "../workflows.ts";
import { machineRepositories } from "./platform-machines.ts";

const access = { platform: "admin" } as const;

const vaultFlake = (nixpkgsAge: number) =>
  flake({
    description: "Policies and agents of Vault",
    inputs: [nixpkgs("nixos-25.11", nixpkgsAge), vaultService(300, { follows: { nixpkgs: "nixpkgs" } })],
    outputs: { devShells: { default: shell("vault", "opentofu") } },
    systemOutputs: {
      nixosModules: {
        agent: "nixos-vault-service.nixosModules.nixos-vault-service",
        listener: "import ./modules/listener.nix",
      },
    },
  });

/** Secrets from Vault, in machines and in workflows; one token is still read into the store. */
const vaultConfig: SampleRepository = {
  name: "vault-config",
  description: "Policies and agents of Vault",
  access,
  commits: [
    commit(
      470,
      "Policies as code",
      readme("vault-config", "Policies of Vault."),
      sources(["policies/main.hcl", 'path "secret/data/*" { capabilities = ["read"] }', 12]),
    ),
    commit(230, "Run the agent on NixOS", vaultFlake(231), {
      "modules/listener.nix": `{ ... }:
{
  services.vault.listenerExtraConfig = "unseal_token = \${builtins.readFile ./unseal-token}";
}
`,
      "modules/unseal-token": "Ask the platform team.\n",
      ".github/workflows/apply.yml": `name: Apply
on:
  push:
    branches: [main]
jobs:
  apply:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: hashicorp/vault-action@v3
        with:
          url: https://vault.sample.example
          method: jwt
      - run: tofu apply -auto-approve
`,
    }),
    commit(60, "Update inputs", vaultFlake(64), useFlake),
  ],
};

const monitoringOutputs = {
  devShells: { default: shell("go", "gopls") },
  packages: { default: goPackage("monitoring"), image: container("monitoring") },
  checks: { default: testRun("go test ./...") },
};

/** Containers built by Nix, a private Attic cache, and a module that is published unlisted for partners. */
const monitoring: SampleRepository = {
  name: "monitoring",
  description: "Collectors and dashboards",
  access,
  topics: ["observability"],
  commits: [
    commit(
      505,
      "Collect metrics",
      readme("monitoring", "Collectors and dashboards."),
      goProject("monitoring", "collector", "exporter"),
      dockerfile("golang:1.25", "./monitoring"),
    ),
    commit(
      340,
      "Build with Nix",
      flake({
        description: "Collectors and dashboards",
        inputs: [nixpkgs("nixos-unstable", 341)],
        outputs: { devShells: { default: shell("go", "gopls") }, packages: { default: goPackage("monitoring") } },
      }),
      useFlake,
    ),
    commit(
      120,
      "Build the image with Nix too",
      flake({
        description: "Collectors and dashboards",
        inputs: [nixpkgs("nixos-unstable", 122)],
        outputs: monitoringOutputs,
      }),
      { Dockerfile: null },
      nixCi({ cache: "attic", installer: "cachix" }),
      nixReadme("monitoring", "Collectors and dashboards."),
    ),
    commit(
      18,
      "Update inputs",
      flake({
        description: "Collectors and dashboards",
        inputs: [nixpkgs("nixos-unstable", 19), nixModules(20, { follows: { nixpkgs: "nixpkgs" } })],
        nixConfig: {
          "extra-substituters": ["https://attic.sample.example/platform"],
          "extra-trusted-public-keys": ["platform:2b7lXVfrsYpDF8Qn2q9yJ0O5Y1m3k0WcZ4Rk5n1x0aE="],
        },
        outputs: monitoringOutputs,
        systemOutputs: {
          nixosModules: { collector: "{ imports = [ nix-modules.nixosModules.baseline ./module.nix ]; }" },
        },
      }),
      { "module.nix": "{ ... }:\n{\n  services.prometheus.enable = true;\n}\n" },
      nixCi({ cache: "attic", installer: "cachix", hasFlakeChecker: true }),
      flakehubPush("monitoring", "tagged", "unlisted"),
    ),
  ],
};

/** Nix without flakes: niv pins, a shell. */
const clusterBootstrap: SampleRepository = {
  name: "cluster-bootstrap",
  description: "Brings a cluster up from nothing",
  access,
  commits: [
    commit(
      530,
      "Bring a cluster up",
      readme("cluster-bootstrap", "Brings a cluster up from nothing.", "Run `nix-shell` first."),
      sources(
        ["main.tf", 'resource "null_resource" "node" {}', 60],
        ["bootstrap.sh", "kubectl apply -f base.yaml", 10],
      ),
      {
        "shell.nix": `let
  sources = import ./nix/sources.nix;
  pkgs = import sources.nixpkgs { };
in
pkgs.mkShell { packages = [ pkgs.opentofu pkgs.kubectl ]; }
`,
        "nix/sources.nix": "# Written by niv.\nbuiltins.fromJSON (builtins.readFile ./sources.json)\n",
        "nix/sources.json": `{
  "nixpkgs": {
    "branch": "nixos-24.11",
    "owner": "NixOS",
    "repo": "nixpkgs",
    "rev": "50ab793786d9de88ee30ec4e4c24fb4236fc2674",
    "type": "tarball"
  }
}
`,
      },
    ),
    commit(290, "Add a second zone", sources(["zones.tf", 'resource "null_resource" "zone" {}', 30])),
  ],
};

/** No Nix: images of Docker. */
const baseImages: SampleRepository = {
  name: "base-images",
  description: "Images that services start from",
  access,
  visibility: "public",
  commits: [
    commit(
      515,
      "Images for Go and Java",
      readme("base-images", "Images that services start from."),
      dockerfile("debian:13-slim", "/bin/sh"),
      { "java/Dockerfile": "FROM eclipse-temurin:25\n" },
      plainCi("docker/setup-buildx-action@v3", "docker build ."),
    ),
    commit(75, "Image for Elixir", { "elixir/Dockerfile": "FROM elixir:1.19\n" }),
  ],
};

/** CODEOWNERS in the root, with a line that leaves a path to nobody. */
const dnsZones: SampleRepository = {
  name: "dns-zones",
  description: "Zones of all domains",
  access: { platform: "write" },
  commits: [
    commit(
      495,
      "Zones as code",
      readme("dns-zones", "Zones of all domains."),
      sources(["zones/sample.example.zone", "www IN A 192.0.2.1", 25], ["check.py", "print('ok')", 20]),
      codeowners("CODEOWNERS", "* @sample/platform", "/generated/", "*.md @amara-okafor"),
    ),
  ],
};

/** Late adopter: a Rust service whose flake came this month. */
const logShipper: SampleRepository = {
  name: "log-shipper",
  description: "Ships logs to where they are kept",
  access,
  commits: [
    commit(
      310,
      "Ship logs",
      readme("log-shipper", "Ships logs to where they are kept."),
      rustProject("log-shipper", "batch", "sink"),
      dockerfile("rust:1.91", "./log-shipper"),
    ),
    commit(
      14,
      "Add a flake",
      flake({
        description: "Ships logs to where they are kept",
        inputs: [nixpkgs("nixos-unstable", 15)],
        outputs: {
          devShells: { default: shell("cargo", "clippy") },
          packages: { default: rustPackage("log-shipper") },
        },
      }),
      useFlake,
      nixReadme("log-shipper", "Ships logs to where they are kept."),
    ),
  ],
};

/** platformRepositories are those of the platform team. */
export const platformRepositories: readonly SampleRepository[] = [
  ...machineRepositories,
  vaultConfig,
  monitoring,
  clusterBootstrap,
  baseImages,
  dnsZones,
  logShipper,
];
