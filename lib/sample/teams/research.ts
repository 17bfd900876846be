import { git, implicit } from "../flake-input.ts";
import { flake, flakeText } from "../flake-text.ts";
import { nixos, pythonPackage, shell } from "../nix-outputs.ts";
import { pythonProject, readme, sources, useFlake, waiver } from "../project-files.ts";
import { commit, type SampleRepository } from "../sample-repository.ts";
import { agenix, flakeUtils, nixModules, nixpkgs } from "../upstreams.ts";
import { nixCi } from "../workflows.ts";

const access = { research: "admin" } as const;

/** The upstream of the fork below, and of its submodule: commits of NixOS/nixpkgs. */
const upstreamCommit = "50ab793786d9de88ee30ec4e4c24fb4236fc2674";

/** A very old lock on a branch that nobody should follow; large data in Git LFS. */
const simulation: SampleRepository = {
  name: "simulation",
  description: "How parcels travel",
  access,
  topics: ["cpp"],
  commits: [
    commit(
      531,
      "Let parcels travel",
      readme("simulation", "How parcels travel."),
      sources(
        ["src/parcel.cpp", "double travel(double metres) { return metres * 0.1; }", 90],
        ["include/parcel.hpp", "double travel(double metres);", 15],
        ["CMakeLists.txt", "project(simulation)", 4],
      ),
      {
        ".gitattributes": "*.mesh filter=lfs diff=lfs merge=lfs -text\n",
        "data/city.mesh": `version https://git-lfs.github.com/spec/v1\noid sha256:${"5ea4e1d2".repeat(8)}\nsize 73400320\n`,
      },
    ),
    commit(
      495,
      "Add a flake",
      flake({
        description: "How parcels travel",
        inputs: [nixpkgs("master", 500), flakeUtils(900)],
        outputs: { devShells: { default: shell("cmake", "gcc") } },
      }),
      useFlake,
    ),
    commit(105, "Faster parcels", sources(["src/route.cpp", "int route() { return 1; }", 60])),
  ],
};

/** Machines on a release that has ended, which is waived for a while; a public cache with its key; and a submodule. */
const gpuCluster: SampleRepository = {
  name: "gpu-cluster",
  description: "Machines that learn",
  access,
  commits: [
    commit(
      460,
      "Describe the machines",
      readme("gpu-cluster", "Machines that learn."),
      flake({
        description: "Machines that learn",
        inputs: [nixpkgs("nixos-24.11", 515), agenix(530)],
        systemOutputs: { nixosConfigurations: { "gpu-1": nixos("./gpu.nix") } },
      }),
      { "gpu.nix": '{\n  hardware.graphics.enable = true;\n  system.stateVersion = "24.11";\n}\n' },
    ),
    commit(
      215,
      "Share modules, keep drivers beside",
      flake({
        description: "Machines that learn",
        inputs: [
          nixpkgs("nixos-24.11", 515),
          agenix(260),
          nixModules(230, { follows: { nixpkgs: "nixpkgs" } }),
          git("drivers", "git@git.sample.example/research/drivers", 225),
        ],
        systemOutputs: {
          nixosConfigurations: { "gpu-1": nixos("./gpu.nix", "nix-modules.nixosModules.baseline") },
        },
      }),
      {
        ".gitmodules": '[submodule "drivers"]\n\tpath = drivers\n\turl = https://git.sample.example/drivers.git\n',
        drivers: { kind: "submodule", commit: upstreamCommit },
      },
    ),
    commit(
      75,
      "Take CUDA from its cache, wait for the drivers",
      {
        "gpu.nix": `{
  hardware.graphics.enable = true;
  nix.settings.trusted-users = [ "root" "@wheel" ];
  nix.settings.substituters = [ "https://cuda-maintainers.cachix.org" ];
  nix.settings.trusted-public-keys = [
    "cuda-maintainers.cachix.org-1:0dq3bujKpuEPMCX6U4WylrUDZ9JyUG0VpVZa7CNfq5E="
  ];
  system.stateVersion = "24.11";
}
`,
      },
      waiver("nixpkgs-branch-supported", "The drivers are certified for 24.11 only", 60),
    ),
  ],
};

/** A flake without inputs needs no lock. Its second flake.nix is a symlink to the first. */
const paper: SampleRepository = {
  name: "paper-2026",
  description: "What we found out",
  access,
  commits: [
    commit(
      185,
      "First draft",
      readme("paper-2026", "What we found out."),
      sources(["paper.tex", "\\section{Results}", 60]),
      {
        "flake.nix": `{
  description = "What we found out";

  outputs =
    { self }:
    {
      templates.default = {
        path = ./.;
        description = "A paper in our style";
      };
    };
}
`,
        "appendix/flake.nix": { kind: "symlink", target: "../flake.nix" },
      },
    ),
    commit(20, "Answer the reviewers", sources(["answers.tex", "\\section{Answers}", 35])),
  ],
};

/** Nixpkgs only through the registry: no flake.nix says where it is. */
const modelServer: SampleRepository = {
  name: "model-server",
  description: "Answers with models",
  access: { research: "maintain", data: "read" },
  commits: [
    commit(
      255,
      "Serve models",
      readme("model-server", "Answers with models."),
      pythonProject("model-server", "models", "queue"),
    ),
    commit(
      38,
      "Add a flake",
      flake({
        description: "Answers with models",
        inputs: [implicit(nixpkgs("nixpkgs-unstable", 40))],
        outputs: { devShells: { default: shell("python3") }, packages: { default: pythonPackage("model-server") } },
      }),
    ),
  ],
};

/** A fork of Nixpkgs: out of every share. */
const nixpkgsFork: SampleRepository = {
  name: "nixpkgs",
  description: "Nixpkgs with our patches",
  access,
  isFork: true,
  visibility: "public",
  commits: [
    commit(
      150,
      "Patch the driver",
      readme("nixpkgs", "Nixpkgs with our patches."),
      {
        "flake.nix": flakeText({ description: "A collection of packages", inputs: [], systemOutputs: { lib: "{ }" } }),
      },
      { "default.nix": "{ }: { }\n" },
      nixCi({ installer: "cachix", commands: ["nix-build -A hello"] }),
    ),
  ],
};

/** researchRepositories are those of the research team. */
export const researchRepositories: readonly SampleRepository[] = [
  simulation,
  gpuCluster,
  paper,
  modelServer,
  nixpkgsFork,
];
