import { relativePath } from "../flake-input.ts";
import { flake } from "../flake-text.ts";
import { goPackage, perSystem, pythonPackage, rustPackage, shell } from "../nix-outputs.ts";
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
import { commit, inFolder, type SampleRepository } from "../sample-repository.ts";
import { devshells, fenix, flakeUtils, nixpkgs, uv2nix } from "../upstreams.ts";
import { dependabot, nixCi, nixCiByAction, plainCi, renovate, updateFlakeLock } from "../workflows.ts";

const access = { data: "admin" } as const;

const warehouseFlake = (nixpkgsAge: number) =>
  flake({
    description: "Models of the warehouse",
    inputs: [nixpkgs("nixos-unstable", nixpkgsAge), uv2nix(nixpkgsAge + 9, { follows: { nixpkgs: "nixpkgs" } })],
    outputs: {
      devShells: { default: shell("python3", "uv", "duckdb") },
      packages: {
        default: pythonPackage("warehouse"),
        environment: "pkgs.callPackage ./nix/environment.nix { inherit uv2nix; }",
      },
    },
  });

/** Dependabot keeps the inputs; owners in docs/. */
const warehouse: SampleRepository = {
  name: "warehouse",
  description: "Models of the warehouse",
  access: { data: "write" },
  topics: ["python", "sql"],
  commits: [
    commit(
      527,
      "First models",
      readme("warehouse", "Models of the warehouse."),
      pythonProject("warehouse", "orders", "customers", "returns"),
      sources(["models/orders.sql", "select 1;", 40]),
      codeowners("docs/CODEOWNERS", "* @sample/data"),
    ),
    commit(390, "Add a flake", warehouseFlake(391), useFlake, nixReadme("warehouse", "Models of the warehouse."), {
      "nix/environment.nix": "{ callPackage, uv2nix }:\ncallPackage uv2nix.lib.workspace { root = ../.; }\n",
    }),
    commit(220, "Let Dependabot update", dependabot("nix", "github-actions"), nixCi({ cache: "magic-nix-cache" })),
    commit(130, "Set up Nix in one place", nixCiByAction({ cache: "magic-nix-cache" })),
    commit(44, "Bump nixpkgs", warehouseFlake(45)),
  ],
};

const streamFlake = (nixpkgsAge: number) =>
  flake({
    description: "Turns events into tables",
    inputs: [
      nixpkgs("nixpkgs-unstable", nixpkgsAge),
      flakeUtils(740),
      fenix(nixpkgsAge + 2, { follows: { nixpkgs: "nixpkgs" } }),
    ],
    outputs: {
      devShells: { default: shell(perSystem("fenix.packages", "stable.toolchain"), "protobuf") },
      packages: { default: rustPackage("stream-processor") },
    },
  });

/** Renovate keeps the inputs; flake-utils only for systems. */
const streamProcessor: SampleRepository = {
  name: "stream-processor",
  description: "Turns events into tables",
  access,
  topics: ["rust"],
  commits: [
    commit(
      518,
      "Read events",
      readme("stream-processor", "Turns events into tables."),
      rustProject("stream-processor", "event", "window", "table"),
    ),
    commit(270, "Add a flake", streamFlake(271), useFlake),
    commit(155, "Let Renovate update", renovate(true), nixCi({ installer: "cachix" })),
    commit(29, "Lock file maintenance", streamFlake(30)),
  ],
};

const serviceFlake = (name: string, nixpkgsAge: number) =>
  inFolder(
    `services/${name}`,
    flake({
      description: `The ${name} of the feature store`,
      inputs: [nixpkgs("nixos-unstable", nixpkgsAge)],
      outputs: { packages: { default: goPackage(name) } },
    }),
  );

/** Several flakes in one repository; the root takes two of them as relative inputs. */
const featureStore: SampleRepository = {
  name: "feature-store",
  description: "Features for every model",
  access: { data: "write", research: "write" },
  commits: [
    commit(
      445,
      "Store features",
      readme("feature-store", "Features for every model."),
      inFolder("services/api", goProject("api", "features")),
      inFolder("services/worker", goProject("worker", "jobs")),
      codeowners(".github/CODEOWNERS", "* @sample/data @sample/research"),
    ),
    commit(200, "A flake for each service", serviceFlake("api", 201), serviceFlake("worker", 201)),
    commit(
      35,
      "One flake over all",
      serviceFlake("api", 36),
      flake({
        description: "Features for every model",
        inputs: [
          nixpkgs("nixos-unstable", 36),
          relativePath("api", "./services/api", {
            follows: { nixpkgs: "nixpkgs" },
            inputs: [nixpkgs("nixos-unstable", 36)],
          }),
          relativePath("worker", "./services/worker", { inputs: [nixpkgs("nixos-unstable", 201)] }),
          devshells(48),
        ],
        outputs: {
          devShells: { default: perSystem("devshells.devShells", "go") },
          packages: { api: perSystem("api.packages", "default"), worker: perSystem("worker.packages", "default") },
        },
      }),
      updateFlakeLock(),
      nixCi({ cache: "flakehub" }),
    ),
  ],
};

/** Nix without a flake: devenv. */
const notebooks: SampleRepository = {
  name: "notebooks",
  description: "Questions and answers",
  access,
  commits: [
    commit(
      410,
      "First notebook",
      readme("notebooks", "Questions and answers."),
      sources(["orders.ipynb", '{"cells": []}', 1], ["plots.py", "print('plot')", 45]),
    ),
    commit(125, "Same environment for everybody", {
      "devenv.nix": `{ pkgs, ... }:
{
  languages.python.enable = true;
  packages = [ pkgs.jupyter ];
}
`,
      "devenv.yaml": "inputs:\n  nixpkgs:\n    url: github:cachix/devenv-nixpkgs/rolling\n",
      ".envrc": "use devenv\n",
    }),
  ],
};

/** A lock of a version that no Nix reads. */
const schemaRegistry: SampleRepository = {
  name: "schema-registry",
  description: "What events look like",
  access,
  commits: [
    commit(
      435,
      "Keep schemas",
      readme("schema-registry", "What events look like."),
      goProject("schema-registry", "schemas"),
    ),
    commit(
      80,
      "Add a flake",
      flake({
        description: "What events look like",
        inputs: [nixpkgs("nixos-unstable", 82)],
        outputs: { devShells: { default: shell("go", "buf") } },
      }),
      { "flake.lock": '{ "nodes": { "root": { "inputs": {} } }, "root": "root", "version": 8 }\n' },
    ),
  ],
};

/** No Nix: Python in Docker. */
const airflowDags: SampleRepository = {
  name: "airflow-dags",
  description: "What runs every night",
  access,
  commits: [
    commit(
      532,
      "First night",
      readme("airflow-dags", "What runs every night."),
      pythonProject("airflow-dags", "nightly", "hourly"),
      dockerfile("apache/airflow:3", "airflow"),
      plainCi("actions/setup-python@v6", "pytest"),
    ),
    commit(16, "Less work at night", sources(["airflow_dags/weekly.py", "print('weekly')", 30])),
  ],
};

/** dataRepositories are those of the data team. */
export const dataRepositories: readonly SampleRepository[] = [
  warehouse,
  streamProcessor,
  featureStore,
  notebooks,
  schemaRegistry,
  airflowDags,
  {
    name: "etl-legacy",
    description: "What the warehouse was filled with before",
    access,
    archivedDaysAgo: 150,
    commits: [
      commit(
        537,
        "Import",
        readme("etl-legacy", "Fills the warehouse."),
        sources(["Etl.scala", "object Etl { def run(): Unit = () }", 90]),
      ),
      commit(
        310,
        "Add a flake",
        flake({
          description: "Fills the warehouse",
          inputs: [nixpkgs("nixos-24.11", 520)],
          outputs: { devShells: { default: shell("sbt") } },
        }),
      ),
      commit(152, "Say goodbye", readme("etl-legacy", "Replaced by stream-processor.")),
    ],
  },
];
