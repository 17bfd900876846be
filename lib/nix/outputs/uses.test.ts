import { describe, expect, it } from "vitest";
import { outputsOf } from "./testing/outputs-of.ts";

const inputs = ["nixpkgs", "flake-utils", "crane", "unused"]
  .map((name) => `inputs.${name}.url = "github:o/${name}";`)
  .join(" ");

describe("used inputs", () => {
  const used = (outputs: string, files = {}) => {
    const { names, complete } = outputsOf(outputs, files, inputs).usedInputs;
    return `${names.join(" ")}${complete ? "" : " +"}`.trim();
  };

  it.each([
    ["formals", "{ self, nixpkgs, crane, unused, ... }: { a = nixpkgs.lib; b = crane; }", "crane nixpkgs"],
    ["selections from all inputs", "inputs: { a = inputs.nixpkgs; }", "nixpkgs"],
    ["the alias of a pattern", "{ self, nixpkgs, ... }@args: { a = args.crane.x; }", "crane"],
    ["inherit in a let", "inputs: let inherit (inputs) nixpkgs crane; in { a = nixpkgs; }", "nixpkgs"],
    [
      "inherit in a set",
      "{ self, ... }@inputs: { inherit (inputs) nixpkgs; inherit (inputs.crane) lib; }",
      "crane nixpkgs",
    ],
    ["another name", "inputs: let a = inputs; b = a.crane; in { x = b.lib; }", "crane"],
    [
      "names that are shadowed",
      "{ self, nixpkgs, crane, ... }: { f = nixpkgs: nixpkgs; g = { crane }: crane; h = let crane = 1; in crane; }",
      "",
    ],
    ["interpolation", `{ self, nixpkgs, ... }: { a = "\${nixpkgs}/x"; }`, "nixpkgs"],
    ["self.inputs", "{ self, ... }: { a = self.inputs.nixpkgs.lib; }", "nixpkgs"],
    [
      "all inputs handed on",
      "{ self, nixpkgs, ... }@inputs: nixpkgs.lib.nixosSystem { specialArgs = { inherit inputs; }; }",
      "nixpkgs +",
    ],
    ["inputs in an inner module", "inputs: { m = { inputs, ... }: inputs.crane; }", "crane"],
    ["default values of formals", "{ self, nixpkgs, crane ? nixpkgs, ... }: { }", "nixpkgs"],
  ])("are found in %s", (_, outputs, names) => expect(used(outputs)).toBe(names));

  it("are found in imported files", () => {
    expect(used("inputs: import ./a.nix { inherit inputs; }", { "a.nix": "{ inputs }: { a = inputs.crane; }" })).toBe(
      "crane +",
    );
  });

  it("are known when flake-parts only hands them to modules that are visible", () => {
    const flake = `inputs.flake-parts.url = "github:hercules-ci/flake-parts"; ${inputs}`;
    const outputs =
      "inputs@{ flake-parts, ... }: flake-parts.lib.mkFlake { inherit inputs; } { imports = [ ./m.nix ]; }";
    const files = { "m.nix": "{ inputs, ... }: { perSystem = { inputs', ... }: { packages.a = inputs'.crane; }; }" };

    expect(outputsOf(outputs, files, flake).usedInputs).toEqual({
      names: ["crane", "flake-parts", "nixpkgs"],
      complete: true,
    });
  });
});

describe("helper libraries", () => {
  const helper = (outputs: string, url = "github:numtide/flake-utils") =>
    outputsOf(outputs, {}, `inputs.h.url = "${url}";`).helpers.map(({ members, onlyForSystems }) => [
      onlyForSystems,
      ...members,
    ]);

  it.each([
    ["only systems", "{ self, h }: h.lib.eachDefaultSystem (s: { })", [true, "lib.eachDefaultSystem"]],
    [
      "systems by other names",
      "{ self, h }: let u = h.lib; inherit (u) eachSystem; in eachSystem [ ] (s: { })",
      [true, "lib.eachSystem"],
    ],
    [
      "more",
      "{ self, h }: h.lib.eachDefaultSystem (s: { apps.a = h.lib.mkApp { }; })",
      [false, "lib.eachDefaultSystem", "lib.mkApp"],
    ],
    ["what is not visible", "{ self, h }: with h.lib; eachDefaultSystem (s: { })", [null, "lib"]],
    ["nothing", "{ self, ... }: { }", [null]],
  ])("flake-utils serves for %s", (_, outputs, expected) => expect(helper(outputs)).toEqual([expected]));

  const parts = (module: string) =>
    helper(`inputs@{ h, ... }: h.lib.mkFlake { inherit inputs; } ${module}`, "github:hercules-ci/flake-parts")[0]?.[0];

  it("flake-parts serves only for systems when modules say nothing more", () => {
    expect(parts("{ systems = [ ]; perSystem = { ... }: { packages = { }; }; flake.a = 1; }")).toBe(true);
    expect(parts("{ imports = [ ./a.nix ]; perSystem = { }; }")).toBe(false);
    expect(parts("{ perSystem = { treefmt = { }; }; }")).toBe(false);
  });
});

describe("container images", () => {
  const images = (outputs: string, files = {}) =>
    outputsOf(outputs, files).containerImages.map(({ builder, path, line }) => `${builder} ${path}:${line}`);

  it.each([
    [
      "dockerTools",
      "{ self }: { packages.x86_64-linux.i = pkgs.dockerTools.buildLayeredImage { }; }",
      ["buildLayeredImage flake.nix:2"],
    ],
    [
      "streamed ones",
      "{ self }: with pkgs.dockerTools; { i = streamLayeredImage { }; }",
      ["streamLayeredImage flake.nix:2"],
    ],
    ["buildImage of dockerTools", "{ self }: { i = dockerTools.buildImage { }; }", ["buildImage flake.nix:2"]],
    [
      "nix2container",
      "{ self, nix2container }: { i = nix2container.packages.x.nix2container.buildImage { }; }",
      ["buildImage flake.nix:2"],
    ],
    ["no other buildImage", "{ self }: { i = lib.buildImage { }; }", []],
  ])("are found by %s", (_, outputs, expected) => expect(images(outputs)).toEqual(expected));

  it("are found in files that packages call", () => {
    const outputs =
      "{ self, nixpkgs }: { packages.x86_64-linux.i = nixpkgs.legacyPackages.x86_64-linux.callPackage ./i.nix { }; }";
    const files = { "i.nix": "{ dockerTools }:\ndockerTools.buildImage { }" };

    expect(images(outputs, files)).toEqual(["buildImage i.nix:2"]);
  });
});
