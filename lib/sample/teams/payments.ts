import { revOf } from "../deterministic.ts";
import { flake } from "../flake-text.ts";
import { lockText } from "../lock-text.ts";
import { container, cranePackage, goPackage, nixos, perSystem, pythonPackage, shell, testRun } from "../nix-outputs.ts";
import {
  codeowners,
  dockerfile,
  goProject,
  nixReadme,
  pythonProject,
  readme,
  rustProject,
  sources,
  useFlake,
} from "../project-files.ts";
import { commit, type SampleRepository } from "../sample-repository.ts";
import {
  crane,
  devshells,
  fenix,
  flakeParts,
  flakeUtils,
  gitHooks,
  gomod2nix,
  nixModules,
  nixpkgs,
  nixpkgsOnFlakeHub,
  sopsNix,
  treefmt,
} from "../upstreams.ts";
import { nixCi, plainCi, updateFlakeLock } from "../workflows.ts";

const access = { payments: "admin" } as const;

const sharedShell = { default: perSystem("inputs.devshells.devShells", "go") };

/** Early adopter that walked the whole way: shell, package, checks, private cache, version range. */
const checkoutApi: SampleRepository = {
  name: "checkout-api",
  description: "Takes orders and starts payments",
  access: { payments: "write" },
  topics: ["go", "service"],
  commits: [
    commit(
      538,
      "Take orders",
      readme("checkout-api", "Takes orders and starts payments."),
      goProject("checkout-api", "orders", "prices", "shipping"),
      codeowners(".github/CODEOWNERS", "* @sample/payments", "/docs/ @sample/developer-experience"),
    ),
    commit(
      500,
      "Add a development environment",
      flake({
        description: "Takes orders and starts payments",
        inputs: [nixpkgs("nixos-unstable", 501), flakeUtils(620)],
        outputs: { devShells: { default: shell("go", "gopls") } },
      }),
      useFlake,
    ),
    commit(
      360,
      "Build the service with Nix",
      flake({
        description: "Takes orders and starts payments",
        inputs: [nixpkgs("nixos-unstable", 361), flakeUtils(620)],
        outputs: { devShells: { default: shell("go", "gopls") }, packages: { default: goPackage("checkout-api") } },
      }),
      nixCi({ cache: "magic-nix-cache" }),
      nixReadme("checkout-api", "Takes orders and starts payments."),
    ),
    commit(
      190,
      "Share the shells, drop flake-utils, cache privately",
      flake({
        description: "Takes orders and starts payments",
        inputs: [nixpkgs("nixos-unstable", 192), devshells(195, { follows: { nixpkgs: "nixpkgs" } })],
        outputs: {
          devShells: sharedShell,
          packages: { default: goPackage("checkout-api") },
        },
      }),
      nixCi({ cache: "flakehub", hasFlakeChecker: true }),
      updateFlakeLock(),
    ),
    commit(
      7,
      "Take Nixpkgs by version",
      flake({
        description: "Takes orders and starts payments",
        inputs: [nixpkgsOnFlakeHub("0.1", "0.1.951208", 9), devshells(20, { follows: { nixpkgs: "nixpkgs" } })],
        outputs: {
          devShells: sharedShell,
          packages: { default: goPackage("checkout-api", "1.9.0"), image: container("checkout-api") },
          checks: { default: testRun("go test ./...") },
        },
      }),
    ),
  ],
};

const ledgerFlake = (nixpkgsAge: number) =>
  flake({
    description: "Books every payment twice",
    inputs: [
      nixpkgs("nixos-unstable", nixpkgsAge),
      flakeParts(nixpkgsAge + 4),
      crane(nixpkgsAge + 6),
      fenix(nixpkgsAge + 1),
      treefmt(nixpkgsAge + 10),
      gitHooks(nixpkgsAge + 12),
    ],
    outputs: {
      devShells: { default: shell("cargo-nextest", "sqlx-cli") },
      packages: { default: cranePackage() },
      checks: { default: testRun("cargo test") },
    },
  });

/** flake-parts, and four trees of Nixpkgs because nothing follows. */
const ledger: SampleRepository = {
  name: "ledger",
  description: "Books every payment twice",
  access,
  topics: ["rust"],
  commits: [
    commit(
      520,
      "Book payments",
      readme("ledger", "Books every payment twice."),
      rustProject("ledger", "account", "journal", "balance"),
    ),
    commit(430, "Add a flake with flake-parts", ledgerFlake(432), useFlake),
    commit(280, "Check in CI", nixCi({ cache: "none", installer: "cachix" })),
    commit(93, "Update inputs", ledgerFlake(95), nixReadme("ledger", "Books every payment twice.")),
  ],
};

/** No Nix: Kotlin in Docker. */
const paymentGateway: SampleRepository = {
  name: "payment-gateway",
  description: "Speaks with the banks",
  access,
  commits: [
    commit(
      536,
      "Speak with the first bank",
      readme("payment-gateway", "Speaks with the banks."),
      sources(
        ["build.gradle.kts", 'plugins { kotlin("jvm") }', 12],
        ["src/main/kotlin/Gateway.kt", "class Gateway { fun charge(cents: Long): Boolean = cents > 0 }", 80],
        ["src/main/java/Bank.java", "final class Bank {}", 40],
      ),
      dockerfile("eclipse-temurin:25", "./gateway"),
      plainCi("actions/setup-java@v5", "./gradlew check"),
    ),
    commit(33, "Speak with the second bank", sources(["src/main/java/Iban.java", "final class Iban {}", 60])),
  ],
};

/** It opens nothing, and looks as real ones do; made here, so that no scanner takes this file for a leak. */
const falseToken = `ghp_${revOf("fraud-rules").slice(0, 36)}`;

/** A token in a committed nix.conf. */
const fraudRules: SampleRepository = {
  name: "fraud-rules",
  description: "Decides which payments to look at twice",
  access,
  topics: ["python"],
  commits: [
    commit(
      465,
      "First rules",
      readme("fraud-rules", "Decides which payments to look at twice."),
      pythonProject("fraud-rules", "rules", "scores"),
    ),
    commit(
      140,
      "Add a flake",
      flake({
        description: "Decides which payments to look at twice",
        inputs: [nixpkgs("nixos-25.11", 150)],
        outputs: {
          devShells: { default: shell("python3", "uv") },
          packages: { default: pythonPackage("fraud-rules") },
        },
      }),
      {
        "nix.conf": `experimental-features = nix-command flakes
access-tokens = github.com=${falseToken}
`,
      },
    ),
  ],
};

/** sops-nix, a NixOS machine and a container: as far as Nix reaches. */
const cardVault: SampleRepository = {
  name: "card-vault",
  description: "Keeps card numbers apart from everything else",
  access,
  commits: [
    commit(
      490,
      "Keep card numbers",
      readme("card-vault", "Keeps card numbers apart."),
      goProject("card-vault", "vault", "tokens"),
    ),
    commit(
      300,
      "Build with Nix",
      flake({
        description: "Keeps card numbers apart from everything else",
        inputs: [nixpkgs("nixos-25.05", 302), gomod2nix(330, { follows: { nixpkgs: "nixpkgs" } })],
        outputs: { devShells: { default: shell("go") }, packages: { default: goPackage("card-vault") } },
      }),
      useFlake,
      nixCi({ cache: "flakehub" }),
    ),
    commit(
      28,
      "Run it on NixOS",
      flake({
        description: "Keeps card numbers apart from everything else",
        inputs: [
          nixpkgs("nixos-26.05", 30),
          gomod2nix(60, { follows: { nixpkgs: "nixpkgs", "flake-utils": "utils" } }),
          flakeUtils(700, { as: "utils" }),
          sopsNix(31, { follows: { nixpkgs: "nixpkgs" } }),
          nixModules(32, { follows: { nixpkgs: "nixpkgs" } }),
        ],
        outputs: {
          devShells: { default: shell("go", "sops") },
          packages: { default: goPackage("card-vault", "2.0.1"), image: container("card-vault") },
        },
        systemOutputs: {
          nixosConfigurations: {
            vault: nixos("./machine.nix", "sops-nix.nixosModules.sops", "nix-modules.nixosModules.baseline"),
          },
        },
      }),
      {
        ".sops.yaml": "creation_rules:\n  - path_regex: secrets/.*\n    age: age1sample\n",
        "machine.nix": `{ config, ... }:
{
  sops.defaultSopsFile = ./secrets/vault.yaml;
  sops.secrets.database = { };
  system.stateVersion = "26.05";
}
`,
        "secrets/vault.yaml": "database: ENC[AES256_GCM,data:c2FtcGxl]\nsops:\n  version: 3.11.0\n",
      },
      nixReadme("card-vault", "Keeps card numbers apart."),
    ),
  ],
};

/** A lock file that was cut in the middle, as a bad merge leaves it. */
const invoiceWorker: SampleRepository = {
  name: "invoice-worker",
  description: "Sends invoices at night",
  access,
  commits: [
    commit(
      455,
      "Send invoices",
      readme("invoice-worker", "Sends invoices at night."),
      pythonProject("invoice-worker", "invoices", "mail"),
    ),
    commit(
      170,
      "Add a flake",
      flake({
        description: "Sends invoices at night",
        inputs: [nixpkgs("nixos-unstable", 171)],
        outputs: { devShells: { default: shell("python3") } },
      }),
    ),
    commit(55, "Merge branch 'update-inputs'", {
      // In the middle of a string.
      "flake.lock": (asOf) => lockText([nixpkgs("nixos-unstable", 56)], asOf).slice(0, 120),
    }),
  ],
};

/** The repository itself says who owns it; no Nix. */
const paymentsContracts: SampleRepository = {
  name: "payments-contracts",
  description: "What services promise each other",
  access: { payments: "admin" },
  visibility: "internal",
  commits: [
    commit(
      320,
      "Describe the checkout",
      readme("payments-contracts", "What services promise each other."),
      sources(["checkout.proto", "message Order { string id = 1; }", 30]),
      codeowners("CODEOWNERS", "* @sample/payments"),
    ),
    commit(160, "Web looks after it from here", { ".github/flakeboard.yml": "owner: web\n" }),
  ],
};

/** paymentsRepositories are those of the payments team. */
export const paymentsRepositories: readonly SampleRepository[] = [
  checkoutApi,
  ledger,
  paymentGateway,
  fraudRules,
  cardVault,
  invoiceWorker,
  paymentsContracts,
];
