import type { Stage } from "#lib/model/stage.ts";

/** StageWords name a stage to people. */
export interface StageWords {
  readonly label: string;
  readonly description: string;
  /** The step that reaches it, as an imperative. */
  readonly step: string;
  readonly why: string;
}

/** stageWords are the words of each stage. */
export const stageWords = {
  development: {
    label: "Development environment",
    description: "Everybody works with the same tools: a development shell, or `.envrc` that loads the flake.",
    step: "Add a development shell",
    why: "It is the smallest step: nothing about building or releasing changes, and everybody gets the same tools.",
  },
  packaging: {
    label: "Packaging",
    description: "Nix builds what the repository makes: packages, apps or overlays.",
    step: "Package what this repository builds",
    why: "The tools are shared already; building with Nix makes the result the same everywhere, too.",
  },
  "continuous-integration": {
    label: "Continuous integration",
    description: "A workflow installs Nix and builds or checks the flake.",
    step: "Build and check the flake in continuous integration",
    why: "What is not built on every push breaks unseen.",
  },
  distribution: {
    label: "Distribution",
    description: "Others can use it without building it: published releases, or a cache that is pushed to.",
    step: "Publish the flake, or push its builds to a cache",
    why: "Other teams can then take a version, or a finished build, instead of building it themselves.",
  },
  systems: {
    label: "Containers and systems",
    description: "Nix describes what runs: container images, NixOS, nix-darwin or Home Manager configurations.",
    step: "Describe a container or a system with Nix",
    why: "The service then runs on exactly what was built and checked.",
  },
} as const satisfies Record<Stage, StageWords>;
