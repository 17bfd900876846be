import type { RepositoryFacts } from "#lib/model/facts.ts";
import type { FlakeFacts } from "#lib/model/flake.ts";
import { inputsAmong } from "./helper-inputs.ts";
import { nixName, nixString } from "./nix-text.ts";
import { flakePath, mainFlakes } from "./subjects.ts";

/**
 * FlakeShape is how the outputs of a repository's first main flake are written, as far as a text that goes into them has
 * to know.
 */
export interface FlakeShape {
  readonly path: string;
  /** What goes through the systems: flake-utils, flake-parts, or the flake itself. */
  readonly loop: "flake-utils" | "flake-parts" | "own";
  /** The name of its Nixpkgs input, as Nix writes it; `nixpkgs` where it has none. */
  readonly nixpkgs: string;
  readonly hasNixpkgs: boolean;
  /** The systems that it is made for, each as a Nix string. */
  readonly systems: readonly string[];
}

const usualSystems = ["x86_64-linux", "aarch64-linux", "aarch64-darwin"] as const;

/** flakeShape reads the shape; null without a main flake. */
export function flakeShape(facts: RepositoryFacts): FlakeShape | null {
  const [flake] = mainFlakes(facts);
  if (flake === undefined) return null;
  const nixpkgs = flake.inputs.filter(({ isNixpkgs }) => isNixpkgs);
  const chosen = nixpkgs.find(({ name }) => name === "nixpkgs") ?? nixpkgs[0];
  const systems = flake.outputs?.systems ?? [];
  return {
    path: flakePath(flake),
    loop: loopOf(flake),
    nixpkgs: nixName(chosen?.name ?? "nixpkgs"),
    hasNixpkgs: chosen !== undefined,
    systems: (systems.length === 0 ? usualSystems : systems).map(nixString),
  };
}

function loopOf(flake: FlakeFacts): FlakeShape["loop"] {
  if (inputsAmong(["hercules-ci/flake-parts"], flake).length > 0) return "flake-parts";
  return inputsAmong(["numtide/flake-utils"], flake).length > 0 ? "flake-utils" : "own";
}
