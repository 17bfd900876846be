import { describe, expect, it } from "vitest";
import { namesOf, outputsOf } from "../testing/outputs-of.ts";

describe("flake-utils", () => {
  const inputs = `inputs.flake-utils.url = "github:numtide/flake-utils"; inputs.nixpkgs.url = "github:NixOS/nixpkgs";`;

  it.each([
    [
      "eachDefaultSystem",
      "{ self, nixpkgs, flake-utils }: flake-utils.lib.eachDefaultSystem (system: { packages.a = 1; devShells.default = 1; })",
      "devShells packages",
    ],
    [
      "what is beside it",
      "{ self, flake-utils, ... }: flake-utils.lib.eachDefaultSystem (system: { checks = { }; }) // { overlays = { }; }",
      "checks overlays",
    ],
    [
      "eachSystem",
      `{ self, flake-utils, ... }: with flake-utils.lib; eachSystem [ system.x86_64-linux ] (s: { apps = { }; })`,
      "apps",
    ],
    [
      "an output of one system only",
      `{ self, nixpkgs, flake-utils }: flake-utils.lib.eachDefaultSystem (s: { a = 1; } // nixpkgs.lib.optionalAttrs (s == "x86_64-linux") { b = 1; })`,
      "a b",
    ],
    [
      "an output of no system",
      `{ self, nixpkgs, flake-utils }: flake-utils.lib.eachDefaultSystem (s: { a = 1; } // nixpkgs.lib.optionalAttrs (s == "riscv64-linux") { b = 1; })`,
      "a",
    ],
    [
      "eachSystemPassThrough",
      `{ self, flake-utils, ... }: flake-utils.lib.eachSystemPassThrough [ "x86_64-linux" ] (s: { nixosConfigurations.a = 1; })`,
      "nixosConfigurations",
    ],
    [
      "eachDefaultSystemMap",
      "{ self, flake-utils, ... }: { packages = flake-utils.lib.eachDefaultSystemMap (s: { }); }",
      "packages",
    ],
    [
      "simpleFlake",
      `{ self, nixpkgs, flake-utils }: flake-utils.lib.simpleFlake { inherit self nixpkgs; name = "a"; shell = ./shell.nix; }`,
      "checks defaultPackage devShell legacyPackages +",
    ],
  ])("understands %s", (_, outputs, names) => expect(namesOf(outputs, {}, inputs)).toBe(names));

  it("understands meld", () => {
    const files = { "a.nix": "{ self, ... }: { packages = { }; }", "b/default.nix": "inputs: { checks = { }; }" };

    expect(namesOf("inputs@{ flake-utils, ... }: flake-utils.lib.meld inputs [ ./a.nix ./b ]", files, inputs)).toBe(
      "checks packages",
    );
  });

  it("is known by its repository, not by the name of the input", () => {
    const named = (url: string) =>
      namesOf("{ self, u }: u.lib.eachDefaultSystem (s: { a = 1; })", {}, `inputs.u.url = "${url}";`);

    expect(named("https://flakehub.com/f/numtide/flake-utils/0.1.tar.gz")).toBe("a");
    expect(named("git+https://example.org/mirror/flake-utils.git")).toBe("a");
    expect(named("github:someone/other")).toBe("+");
  });

  it("gives its default systems, unless the flake replaces them", () => {
    const outputs = "{ self, flake-utils, ... }: flake-utils.lib.eachDefaultSystem (s: { packages = { }; })";

    expect(outputsOf(outputs, {}, inputs).systems).toHaveLength(4);
    expect(
      outputsOf(outputs, {}, `${inputs} inputs.flake-utils.inputs.systems.follows = "systems";`).systems,
    ).toBeNull();
  });
});

describe("flake-parts", () => {
  const inputs = `inputs.flake-parts.url = "github:hercules-ci/flake-parts"; inputs.treefmt-nix.url = "github:numtide/treefmt-nix";`;
  const flake = (module: string) => `inputs: inputs.flake-parts.lib.mkFlake { inherit inputs; } ${module}`;

  it.each([
    ["perSystem", "{ perSystem = { pkgs, ... }: { packages.a = 1; devShells.a = 1; }; }", "devShells packages"],
    ["flake", "{ flake = { overlays.a = 1; nixosModules.a = 1; }; flake.lib = 1; }", "lib nixosModules overlays"],
    [
      "a module with arguments",
      '({ inputs, withSystem, lib, ... }: { flake.x = withSystem "x86_64-linux" ({ pkgs, ... }: 1); })',
      "x",
    ],
    [
      "systems",
      `{ systems = [ "x86_64-linux" ]; perSystem = { system, lib, ... }: { checks = lib.optionalAttrs (system == "x86_64-linux") { }; }; }`,
      "checks",
    ],
    [
      "a module of a library",
      "{ imports = [ inputs.treefmt-nix.flakeModule ]; perSystem = { treefmt.programs.nixfmt.enable = true; }; }",
      "checks formatter",
    ],
    ["a module that is not known", "{ imports = [ inputs.unknown.flakeModule ]; flake.a = 1; }", "a +"],
    ["an option that is not known", "{ foo.bar = 1; flake.a = 1; }", "a +"],
    [
      "what the module of a perSystem option defines",
      `({ flake-parts-lib, lib, ... }: { options.perSystem = flake-parts-lib.mkPerSystemOption ({ config, ... }: {
        options.render = lib.mkOption { };
        config.packages = { };
      }); config.perSystem.render = 1; })`,
      "packages",
    ],
    [
      "a perSystem option that defines nothing",
      "{ options.perSystem = inputs.flake-parts.lib.mkPerSystemOption { options.x = 1; }; config = { perSystem.x = 1; flake.a = 1; }; }",
      "a",
    ],
    ["an option of its own", "{ imports = [ { options.foo = 1; } { foo = 2; flake.a = 1; } ]; }", "a"],
    ["mkIf and mkMerge", "({ lib, ... }: { flake = lib.mkMerge [ { a = 1; } (lib.mkIf true { b = 1; }) ]; })", "a b"],
    [
      "easyOverlay",
      "{ imports = [ inputs.flake-parts.flakeModules.easyOverlay ]; perSystem = { overlayAttrs = { }; }; }",
      "overlays",
    ],
    [
      "partitions",
      `{ imports = [ inputs.flake-parts.flakeModules.partitions ]; partitionedAttrs.checks = "dev"; partitions.dev.module = { }; }`,
      "checks",
    ],
    [
      "perSystem with imports",
      "{ perSystem = { imports = [ ({ pkgs, ... }: { apps.a = 1; }) ]; packages.a = 1; }; }",
      "apps packages",
    ],
    ["transposition", "{ transposition.mine = { }; perSystem = { mine = 1; }; }", "mine"],
    ["config beside options", "{ options.x = 1; config.flake.a = 1; }", "a"],
  ])("understands %s", (_, module, names) => expect(namesOf(flake(module), {}, inputs)).toBe(names));

  it.each([
    ["as a module", "{ imports = [ inputs.devenv.flakeModule ]; perSystem = { devenv.shells.default = { }; }; }"],
    ["as a function", "{ perSystem = { devShells.default = inputs.devenv.lib.mkShell { }; packages.a = 1; }; }"],
  ])("takes devenv %s", (_, module) => {
    const withDevenv = `${inputs} inputs.devenv.url = "github:cachix/devenv";`;

    expect(namesOf(flake(module), {}, withDevenv)).toBe("devShells packages");
  });

  it("follows modules in files, and those that import each other", () => {
    const files = {
      "a.nix": "{ inputs, ... }: { imports = [ ./b ]; flake.a = 1; }",
      "b/default.nix": "{ imports = [ ../a.nix ]; perSystem = { ... }: { checks.b = 1; }; }",
    };

    expect(namesOf(flake("{ imports = [ ./a.nix ]; }"), files, inputs)).toBe("a checks");
    expect(namesOf(flake("./a.nix"), files, inputs)).toBe("a checks");
  });

  it("does not count what it adds to every flake", () => {
    expect(namesOf(flake("{ systems = [ ]; }"), {}, inputs)).toBe("");
  });

  it("takes a tree of modules", () => {
    const tree = `${inputs} inputs.import-tree.url = "github:vic/import-tree";`;
    const files = { "m/a.nix": "{ flake.a = 1; }", "m/x/b.nix": "{ flake.b = 1; }", "m/_c.nix": "{ flake.c = 1; }" };

    expect(namesOf(flake("(inputs.import-tree ./m)"), files, tree)).toBe("a b");
  });
});

describe("flake-utils-plus", () => {
  const inputs = `inputs.fup.url = "github:gytis-ivaskevicius/flake-utils-plus";`;

  it("makes outputs of hosts, of outputsBuilder and of what it does not know", () => {
    const outputs = `{ self, fup, ... }@inputs: fup.lib.mkFlake {
      inherit self inputs;
      channels.nixpkgs.config = { };
      hosts.a.modules = [ ];
      hosts.b = { output = "darwinConfigurations"; };
      outputsBuilder = channels: { devShells = { }; };
      overlays = { };
    }`;

    expect(namesOf(outputs, {}, inputs)).toBe("darwinConfigurations devShells nixosConfigurations overlays pkgs");
  });
});

describe("libraries that go by folders", () => {
  const files = {
    "packages/a/default.nix": "",
    "systems/x86_64-linux/host/default.nix": "",
    "systems/aarch64-darwin/mac/default.nix": "",
    "homes/x86_64-linux/me/default.nix": "",
    "modules/nixos/a/default.nix": "",
    "devshell.nix": "",
    "hosts/h/configuration.nix": "",
    "hosts/h/users/me.nix": "",
  };

  it("reads snowfall's", () => {
    const inputs = `inputs.snowfall-lib.url = "github:snowfallorg/lib";`;

    expect(namesOf("inputs: inputs.snowfall-lib.mkFlake { inherit inputs; src = ./.; }", files, inputs)).toBe(
      "darwinConfigurations homeConfigurations nixosConfigurations nixosModules packages pkgs snowfall",
    );
  });

  it("reads snowfall's through mkLib", () => {
    const inputs = `inputs.snowfall-lib.url = "github:snowfallorg/lib";`;
    const outputs =
      "inputs: let lib = inputs.snowfall-lib.mkLib { inherit inputs; src = ./.; }; in lib.mkFlake { channels-config = { }; }";

    expect(namesOf(outputs, { "shells/default/default.nix": "" }, inputs)).toBe("devShells pkgs snowfall");
  });

  it("reads blueprint's", () => {
    const inputs = `inputs.blueprint.url = "github:numtide/blueprint";`;

    expect(namesOf("inputs: inputs.blueprint { inherit inputs; }", files, inputs)).toBe(
      "checks devShells formatter legacyPackages modules nixosConfigurations nixosModules packages",
    );
    expect(
      namesOf(`inputs: inputs.blueprint { inherit inputs; prefix = "nix"; }`, { "nix/lib/default.nix": "" }, inputs),
    ).toBe("formatter lib");
  });

  it("reads flakelight's options and files", () => {
    const inputs = `inputs.flakelight.url = "github:nix-community/flakelight";`;
    const outputs =
      "{ flakelight, ... }: flakelight ./. { devShell.packages = pkgs: [ ]; outputs.extra = 1; perSystem = pkgs: { mine = 1; }; }";

    expect(namesOf(outputs, { "nix/packages/a.nix": "" }, inputs)).toBe(
      "checks devShells extra formatter mine overlays packages",
    );
  });

  it("knows nothing of a folder that cannot be told", () => {
    const inputs = `inputs.blueprint.url = "github:numtide/blueprint";`;

    expect(namesOf("inputs: inputs.blueprint { inherit inputs; prefix = inputs.x.y z; }", {}, inputs)).toBe("+");
  });
});
