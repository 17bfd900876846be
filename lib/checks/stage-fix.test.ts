import { describe, expect, it } from "vitest";
import { type FixtureFiles, factsOf } from "#lib/facts/testing/snapshot-fixture.ts";
import { stageFix } from "./stage-fix.ts";
import { contextOf } from "./testing/judge.ts";
import { nixProblems } from "./testing/parse-fix.ts";

const nixpkgs = `inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";`;
const ownLoop = `{ ${nixpkgs} outputs = { self, nixpkgs }: { devShells.x86_64-linux.default = nixpkgs.x; }; }`;
const flakeUtils = `{ ${nixpkgs} inputs.flake-utils.url = "github:numtide/flake-utils"; outputs = { self, nixpkgs, flake-utils }: flake-utils.lib.eachDefaultSystem (system: { devShells.default = 1; }); }`;
const flakeParts = `{ ${nixpkgs} inputs.flake-parts.url = "github:hercules-ci/flake-parts"; outputs = inputs: inputs.flake-parts.lib.mkFlake { inherit inputs; } { }; }`;

/** The flake with the text in its outputs, as Nix and Flakeboard read it. */
function flakeWith(text: string): string {
  return `{ ${nixpkgs} outputs = { self, nixpkgs }: {\n${text}}; }`;
}

function stagesOf(flake: string) {
  return factsOf({ "flake.nix": flake }).stages.map(({ stage }) => stage);
}

describe("the text that begins packaging", () => {
  it.each([
    ["go.mod", "pkgs.buildGoModule"],
    ["Cargo.toml", "pkgs.rustPlatform.buildRustPackage"],
    ["package.json", "pkgs.buildNpmPackage"],
    ["pyproject.toml", "pkgs.python3Packages.buildPythonApplication"],
    ["pom.xml", "pkgs.maven.buildMavenPackage"],
    ["composer.json", "pkgs.php.buildComposerProject2"],
    ["mix.exs", "pkgs.beamPackages.mixRelease"],
    ["CMakeLists.txt", "pkgs.cmake"],
    ["build.zig", "pkgs.zig.hook"],
    ["Makefile", "pkgs.stdenv.mkDerivation"],
  ])("builds what %s describes, in Nix that parses and is seen as a package", (manifest, builder) => {
    const fix = stageFix("packaging", contextOf({ "flake.nix": ownLoop, [manifest]: "" }));
    const flake = flakeWith(fix?.text ?? "");

    expect(nixProblems(flake)).toEqual([]);
    expect(fix?.text).toContain(builder);
    expect(fix?.text).toContain('"x86_64-linux"');
    expect(stagesOf(flake)).toEqual(["packaging"]);
  });

  it.each([
    [
      "flake-utils",
      flakeUtils,
      `packages.default = let pkgs = nixpkgs.legacyPackages.\${system}; in`,
      /eachDefaultSystem/,
    ],
    ["flake-parts", flakeParts, "perSystem = { pkgs, ... }: {", /perSystem/],
  ])("fits into a flake that goes through systems by %s", (_helper, flake, text, place) => {
    const fix = stageFix("packaging", contextOf({ "flake.nix": flake, "go.mod": "" }));

    expect(fix?.text).toContain(text);
    expect(nixProblems(`{ ${fix?.text} }`)).toEqual([]);
    expect(fix?.note).toMatch(place);
  });

  it("takes Nixpkgs by the name that the flake has for it, and says when there is none", () => {
    const named = `{ inputs.unstable.url = "github:NixOS/nixpkgs/nixos-unstable"; outputs = { self, unstable }: { }; }`;
    const none = "{ outputs = { self }: { }; }";

    expect(stageFix("packaging", contextOf({ "flake.nix": named }))?.text).toContain("unstable.lib.genAttrs");
    expect(stageFix("packaging", contextOf({ "flake.nix": none }))?.note).toContain("needs an input nixpkgs");
  });

  it("lets nothing escape from the name of the repository", () => {
    const context = contextOf({ "flake.nix": ownLoop });
    const named = { ...context, repository: { ...context.repository, name: `"; x = \${y}` } };

    expect(nixProblems(flakeWith(stageFix("packaging", named)?.text ?? ""))).toEqual([]);
    expect(nixProblems(flakeWith(stageFix("systems", named)?.text ?? ""))).toEqual([]);
  });
});

describe("the text that begins containers and systems", () => {
  const fixOf = (files: FixtureFiles) => stageFix("systems", contextOf(files));

  it("is a NixOS module, which is seen as a system", () => {
    const flake = flakeWith(fixOf({ "flake.nix": ownLoop })?.text ?? "");

    expect(nixProblems(flake)).toEqual([]);
    expect(stagesOf(flake)).toEqual(["systems"]);
  });

  it.each([
    [{ "flake.nix": flakeParts }, "flake.nixosModules.default = "],
    [{ "flake.nix": flakeParts, Dockerfile: "" }, "packages.container = "],
  ])("takes what it needs by itself in a flake of flake-parts, which may have no self in scope", (files, output) => {
    const text = fixOf(files)?.text ?? "";
    const flake = `{ ${nixpkgs} inputs.flake-parts.url = "github:hercules-ci/flake-parts"; outputs = inputs: inputs.flake-parts.lib.mkFlake { inherit inputs; } {\n${text}}; }`;

    expect(nixProblems(flake)).toEqual([]);
    expect(text).toContain(output);
    expect(text.includes("self.") && !text.includes("{ self, ... }:")).toBe(false);
    expect(stagesOf(flake)).toContain("systems");
  });

  it("is a container where a Dockerfile shows that it runs in one", () => {
    const text = fixOf({ "flake.nix": ownLoop, Dockerfile: "" })?.text ?? "";
    const flake = flakeWith(`packages.x86_64-linux = let pkgs = nixpkgs.legacyPackages.x86_64-linux; in {\n${text}};`);

    expect(nixProblems(flake)).toEqual([]);
    expect(stagesOf(flake)).toEqual(["packaging", "systems"]);
  });
});

it("is left to the checks for other stages, and is not made without a flake", () => {
  expect(stageFix("development", contextOf({ "flake.nix": ownLoop }))).toBeNull();
  expect(stageFix("packaging", contextOf({ "go.mod": "" }))).toBeNull();
});
