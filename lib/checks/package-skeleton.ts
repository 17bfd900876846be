import type { Fix } from "#lib/model/fix.ts";
import type { CheckContext } from "./check.ts";
import { type FlakeShape, flakeShape } from "./flake-shape.ts";
import { nixString } from "./nix-text.ts";

interface Builder {
  /** The function of Nixpkgs that builds it, and what it wants besides a name, a version and sources. */
  readonly call: string;
  readonly wants: readonly string[];
  readonly note?: string;
}

const hashNote = "The first build stops at the empty hash and tells the right one.";

// https://nixos.org/manual/nixpkgs/stable/#chap-language-support, as of 2026-08.
const builders: ReadonlyMap<string, Builder> = new Map([
  ["Go", { call: "buildGoModule", wants: ["vendorHash = pkgs.lib.fakeHash;"], note: hashNote }],
  ["Rust", { call: "rustPlatform.buildRustPackage", wants: ["cargoLock.lockFile = ./Cargo.lock;"] }],
  ["JavaScript", { call: "buildNpmPackage", wants: ["npmDepsHash = pkgs.lib.fakeHash;"], note: hashNote }],
  [
    "Python",
    {
      call: "python3Packages.buildPythonApplication",
      wants: ["pyproject = true;", "build-system = [ pkgs.python3Packages.setuptools ];"],
      note: "Put its own build system in place of setuptools where pyproject.toml names another.",
    },
  ],
  ["Java", { call: "maven.buildMavenPackage", wants: ["mvnHash = pkgs.lib.fakeHash;"], note: hashNote }],
  ["PHP", { call: "php.buildComposerProject2", wants: ["vendorHash = pkgs.lib.fakeHash;"], note: hashNote }],
  ["Elixir", { call: "beamPackages.mixRelease", wants: ["mixFodDeps = null;"] }],
  ["C++", { call: "stdenv.mkDerivation", wants: ["nativeBuildInputs = [ pkgs.cmake ];"] }],
  ["Zig", { call: "stdenv.mkDerivation", wants: ["nativeBuildInputs = [ pkgs.zig.hook ];"] }],
]);

const anyBuilder: Builder = {
  call: "stdenv.mkDerivation",
  wants: ["nativeBuildInputs = [ ];", 'installPhase = "mkdir -p $out/bin";'],
  note: "Put in what it needs to build, and what it installs.",
};

/** packageSkeleton is a first package for a repository with a flake that has none: with the builder of its language. */
export function packageSkeleton({ facts, repository }: CheckContext): Fix | null {
  const shape = flakeShape(facts);
  if (shape === null) return null;
  const languages = facts.knowledge.opportunities.flatMap(({ language }) => language ?? []);
  const language = languages.find((one) => builders.has(one));
  const builder = (language === undefined ? undefined : builders.get(language)) ?? anyBuilder;
  const missing = shape.hasNixpkgs ? [] : ["The flake needs an input nixpkgs for it."];
  return {
    title: language === undefined ? "Start with a package" : `Start with a package for ${language}`,
    language: "nix",
    path: shape.path,
    text: `${inLoop(shape, derivation(builder, repository.name ?? "this-repository"))}\n`,
    note: [placeNotes[shape.loop], ...missing, builder.note ?? [], "Then `nix build`."].flat().join(" "),
  };
}

const placeNotes = {
  own: "Into the outputs.",
  "flake-utils": "Into what the function of eachDefaultSystem gives.",
  "flake-parts": "Into the module, or its perSystem where there is one.",
} as const satisfies Record<FlakeShape["loop"], string>;

function derivation({ call, wants }: Builder, name: string): string {
  const lines = [`pname = ${nixString(name)};`, 'version = "0.1.0";', "src = ./.;", ...wants];
  return `pkgs.${call} {\n${lines.map((line) => `    ${line}`).join("\n")}\n  }`;
}

function inLoop({ loop, nixpkgs, systems }: FlakeShape, package_: string): string {
  switch (loop) {
    case "flake-parts":
      return `perSystem = { pkgs, ... }: {\n  packages.default = ${package_};\n};`;
    case "flake-utils":
      return `packages.default = let pkgs = ${nixpkgs}.legacyPackages.\${system}; in\n  ${package_};`;
    case "own":
      return `packages = ${nixpkgs}.lib.genAttrs [ ${systems.join(" ")} ] (system: {
  default = let pkgs = ${nixpkgs}.legacyPackages.\${system}; in
  ${package_};
});`;
  }
}
