import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseFlake } from "../flake/parse-flake.ts";
import { analyzeOutputs } from "./analyze-outputs.ts";
import { namesOf, outputsOf } from "./testing/outputs-of.ts";

const systems = `[ "x86_64-linux" "aarch64-darwin" ]`;

describe("output names through the language", () => {
  it.each([
    ["a set", "{ self }: { packages = { }; devShells = { }; }", "devShells packages"],
    [
      "dotted names",
      "{ self }: { packages.x86_64-linux.a = 1; packages.x86_64-linux.b = 2; lib.f = 1; }",
      "lib packages",
    ],
    ["quoted names", `{ self }: { "packages" = { }; }`, "packages"],
    [
      "names that are computed from strings",
      `{ self }: let n = "apps"; in { \${n} = { }; "\${n}2" = { }; }`,
      "apps apps2",
    ],
    ["names that cannot be told", `{ self, nixpkgs }: { \${nixpkgs.name} = { }; packages = { }; }`, "packages +"],
    ["let", "{ self }: let all = { checks = { }; }; in all", "checks"],
    ["rec", "{ self }: rec { packages = { }; defaultPackage = packages; }", "defaultPackage packages"],
    [
      "inherit",
      "{ self }: let packages = { }; s = { apps = { }; }; in { inherit packages; inherit (s) apps; }",
      "apps packages",
    ],
    ["//", "{ self }: { a = 1; } // { b = 2; } // (let c = { c = 3; }; in c)", "a b c"],
    ["with", "{ self }: let s = { all = { checks = { }; }; }; in with s; all", "checks"],
    ["a known condition", "{ self }: if true && !false then { a = 1; } else { b = 2; }", "a"],
    [
      "a condition that cannot be told",
      "{ self }: if self.rev or null == null then { a = 1; c = 1; } else { b = 2; c = 1; }",
      "a b c +",
    ],
    ["the same names under both conditions", "{ self }: if self ? rev then { a = 1; } else { a = 2; }", "a"],
    ["a condition with throw", `{ self }: if self ? rev then { a = 1; } else throw "no"`, "a"],
    ["assert", "{ self }: assert 1 == 1; { a = 1; }", "a"],
    [
      "functions of the flake",
      `{ self }: let mk = name: extra: { \${name} = 1; } // extra; in mk "a" { b = 1; }`,
      "a b",
    ],
    [
      "formals with defaults",
      "{ self }: let f = { a, b ? { y = 1; }, ... }@args: a // b // (args.c or { z = 1; }); in f { a = { x = 1; }; }",
      "x y z",
    ],
    ["self", "{ self }: { lib.mk = { a = 1; }; legacy = self.lib.mk; } // self.lib", "legacy lib +"],
    ["pipes", "{ self }: { a = 1; } |> (s: s // { b = 1; })", "a b"],
    ["an argument for all inputs", "inputs: { packages = inputs.self; }", "packages"],
    ["something that is not visible", "{ self, nixpkgs }: nixpkgs.lib.somethingNew { packages = { }; }", "+"],
    ["something that is not visible beside what is", "{ self, other }: { apps = { }; } // other.outputs", "apps +"],
    ["the old let", "{ self }: let { a = { b = 1; }; body = a; }", "b"],
  ])("follows %s", (_, outputs, names) => expect(namesOf(outputs)).toBe(names));

  it.each([
    ["genAttrs", `{ self, nixpkgs }: { packages = nixpkgs.lib.genAttrs ${systems} (system: { }); }`, "packages"],
    [
      "a hand-written helper",
      `{ self, nixpkgs }: let forAll = f: nixpkgs.lib.genAttrs ${systems} (s: f s); in { packages = forAll (s: { a = s; }); }`,
      "packages",
    ],
    [
      "genAttrs over outputs",
      `{ self, nixpkgs }: nixpkgs.lib.genAttrs [ "packages" "checks" ] (n: { })`,
      "checks packages",
    ],
    [
      "a lib that is brought in",
      "{ self, nixpkgs }: with nixpkgs.lib; recursiveUpdate { a.x = 1; } { a.y = 1; b = 1; }",
      "a b",
    ],
    [
      "inherited functions",
      "{ self, nixpkgs }: let inherit (nixpkgs.lib) mapAttrs optionalAttrs; in mapAttrs (n: v: v) { a = 1; } // optionalAttrs true { b = 1; }",
      "a b",
    ],
    [
      "optionalAttrs that cannot be told",
      "{ self, nixpkgs }: { a = 1; } // nixpkgs.lib.optionalAttrs (self ? x) { b = 1; }",
      "a b +",
    ],
    [
      "foldl' over systems",
      `{ self, nixpkgs }: builtins.foldl' (all: s: nixpkgs.lib.recursiveUpdate all { packages.\${s} = { }; checks.\${s} = { }; }) { } ${systems}`,
      "checks packages",
    ],
    [
      "listToAttrs and map",
      `{ self }: builtins.listToAttrs (map (name: { inherit name; value = { }; }) [ "a" "b" ])`,
      "a b",
    ],
    [
      "mapAttrs' and nameValuePair",
      `{ self, nixpkgs }: nixpkgs.lib.mapAttrs' (n: v: nixpkgs.lib.nameValuePair (n + "s") v) { app = 1; check = 1; }`,
      "apps checks",
    ],
    ["filterAttrs", `{ self, nixpkgs }: nixpkgs.lib.filterAttrs (n: v: n != "b") { a = 1; b = 1; }`, "a"],
    ["removeAttrs", `{ self }: removeAttrs { a = 1; b = 1; } [ "b" ]`, "a"],
    ["mergeAttrsList", "{ self, nixpkgs }: nixpkgs.lib.mergeAttrsList [ { a = 1; } { b = 1; } ]", "a b"],
    [
      "a lib with additions",
      '{ self, nixpkgs }: let lib = nixpkgs.lib.extend (f: p: { }); in lib.genAttrs [ "a" ] (x: x)',
      "a",
    ],
  ])("knows %s", (_, outputs, names) => expect(namesOf(outputs)).toBe(names));
});

describe("files", () => {
  it.each([
    [
      "import of a file",
      "inputs: import ./outputs.nix inputs",
      { "outputs.nix": "{ self, nixpkgs }: { packages = { }; }" },
      "packages",
    ],
    [
      "import of a folder",
      "{ self, ... }@inputs: import ./nix inputs",
      { "nix/default.nix": "inputs: import ../a.nix", "a.nix": "{ a = 1; }" },
      "a",
    ],
    [
      "import through self",
      `{ self }: import "\${self}/nix/a.nix" // import (self + "/nix/b.nix")`,
      { "nix/a.nix": "{ a = 1; }", "nix/b.nix": "{ b = 1; }" },
      "a b",
    ],
    ["a file that is not there", "{ self }: { a = 1; } // import ./gone.nix", {}, "a +"],
    ["a file with an error", "{ self }: { a = 1; } // import ./bad.nix", { "bad.nix": "{ b = ; c = 1; }" }, "a b c"],
    [
      "files that import each other",
      "{ self }: { a = 1; } // import ./x.nix",
      { "x.nix": "{ b = 1; } // import ./y.nix", "y.nix": "import ./x.nix" },
      "a b +",
    ],
    [
      "a folder that is read",
      `{ self }: builtins.mapAttrs (n: t: import (./parts + "/\${n}")) (builtins.readDir ./parts)`,
      { "parts/a.nix": "1" },
      "a.nix",
    ],
  ])("follows %s", (_, outputs, files, names) => expect(namesOf(outputs, files)).toBe(names));

  it("gives the file and the line of each output", () => {
    const { kinds } = outputsOf("inputs: import ./o.nix // {\n packages = { }; }", {
      "o.nix": "{\n\n checks = { };\n}",
    });

    expect(kinds).toEqual([
      { name: "checks", place: { path: "o.nix", line: 3 }, isCertain: true },
      { name: "packages", place: { path: "flake.nix", line: 3 }, isCertain: true },
    ]);
  });

  it("keeps paths from the root of the repository for a flake in a folder", () => {
    const source = '{ outputs = { self }: import ../shared/o.nix // import (self + "/own.nix"); }';
    const files = new Map([
      ["shared/o.nix", "{ a = 1; }"],
      ["dev/own.nix", "{ b = 1; }"],
    ]);

    const outputs = analyzeOutputs(parseFlake(source), {
      directory: "dev",
      readFile: (path) => files.get(path),
      listFiles: null,
    });

    expect(outputs.kinds.map(({ name, place }) => [name, place?.path])).toEqual([
      ["a", "shared/o.nix"],
      ["b", "dev/own.nix"],
    ]);
  });

  it("never reads outside of the repository", () => {
    const asked: string[] = [];
    const readFile = (path: string) => void asked.push(path);
    const source = "{ outputs = { self }: import ../../etc/passwd // import /etc/passwd // import ~/x; }";

    analyzeOutputs(parseFlake(source), { directory: "a", readFile, listFiles: null });

    expect(asked).toEqual([]);
  });
});

describe("systems", () => {
  it.each([
    ["genAttrs", `{ self, nixpkgs }: { packages = nixpkgs.lib.genAttrs ${systems} (s: { }); }`],
    ["names of packages", "{ self }: { packages.x86_64-linux = { }; checks.aarch64-darwin = { }; }"],
    ["a let", `{ self, nixpkgs }: let all = ${systems}; in { checks = nixpkgs.lib.genAttrs all (s: { }); }`],
  ])("are found in %s", (_, outputs) => {
    expect(outputsOf(outputs).systems).toEqual(["aarch64-darwin", "x86_64-linux"]);
  });

  it("are unknown when no list is visible", () => {
    expect(
      outputsOf("{ self, nixpkgs }: { checks = nixpkgs.lib.genAttrs nixpkgs.lib.systems.flakeExposed (s: { }); }")
        .systems,
    ).toBeNull();
  });
});

describe("any input", () => {
  it("ends without an exception", () => {
    const piece = fc.constantFrom(
      "{",
      "}",
      "(",
      ")",
      "[",
      "]",
      "a",
      "b",
      "=",
      ";",
      ":",
      "@",
      "//",
      "++",
      ".",
      "x:",
      "{ a = 1; }",
      "let",
      "in",
      "rec",
      "with",
      "inputs",
      "self",
      "nixpkgs.lib.genAttrs",
      "builtins.foldl'",
      "import",
      "./a.nix",
      '"s"',
      "${",
      "if",
      "then",
      "else",
      "flake-utils.lib.eachDefaultSystem",
      "flake-parts.lib.mkFlake",
      "inherit",
      "or",
      "?",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 50 }), (pieces) => {
        const outputs = outputsOf(`{ self, ... }@inputs: ${pieces.join(" ")}`, { "a.nix": pieces.join(" ") });
        expect(typeof outputs.complete).toBe("boolean");
      }),
    );
  });

  it.each([
    ["a value that is itself", "{ self }: let x = x; in x"],
    ["a function that calls itself", "{ self }: (x: x x) (x: x x)"],
    ["sets without end", `{ self }: let f = n: { \${n} = 1; } // f (n + "a"); in f "a"`],
    [
      "lists that double",
      `{ self }: let ${Array.from({ length: 60 }, (_, i) => `l${i + 1} = l${i} ++ l${i};`).join(" ")} l0 = [ 1 1 ]; in builtins.listToAttrs l60`,
    ],
    [
      "strings that double",
      `{ self }: let ${Array.from({ length: 60 }, (_, i) => `s${i + 1} = s${i} + s${i};`).join(" ")} s0 = "aa"; in { \${s60} = 1; }`,
    ],
    [
      "calls that double",
      `{ self }: let ${Array.from({ length: 60 }, (_, i) => `f${i + 1} = x: f${i} x // f${i} x;`).join(" ")} f0 = x: { }; in f60 1`,
    ],
  ])("ends incomplete: %s", (_, outputs) => expect(outputsOf(outputs).complete).toBe(false));

  it("keeps names like __proto__ harmless", () => {
    expect(namesOf("{ self }: { __proto__ = { a = 1; }; constructor = 1; }")).toBe("__proto__ constructor");
  });

  it("says nothing of a flake without outputs", () => {
    const source = "{ outputs = import; }";

    const { names, complete } = analyzeOutputs(parseFlake(source), {
      directory: ".",
      readFile: () => undefined,
      listFiles: null,
    });

    expect({ names, complete }).toEqual({ names: [], complete: false });
  });
});
