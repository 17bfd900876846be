import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseFlake } from "./parse-flake.ts";
import type { ParsedFlake } from "./parsed-flake.ts";

const nixpkgs = { type: "github", owner: "NixOS", repo: "nixpkgs" };

function withOutputs(attributes: string): ParsedFlake {
  return parseFlake(`{ ${attributes} outputs = inputs: { }; }`);
}

function input(flake: ParsedFlake, name: string) {
  const found = flake.inputs.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`no input ${name}`);
  return found;
}

function error(source: string) {
  const { parse } = parseFlake(source);
  return parse.status === "error" ? parse : null;
}

describe("inputs that Nix merges", () => {
  it.each([
    ["one set", `inputs = { nixpkgs = { url = "github:NixOS/nixpkgs"; }; };`],
    ["a name in the set", `inputs = { nixpkgs.url = "github:NixOS/nixpkgs"; };`],
    ["a dotted path", `inputs.nixpkgs.url = "github:NixOS/nixpkgs";`],
    ["a dotted path to a set", `inputs.nixpkgs = { url = "github:NixOS/nixpkgs"; };`],
    ["quoted names", `inputs."nixpkgs"."url" = "github:NixOS/nixpkgs";`],
    ["names in an interpolation", `inputs.\${"nixpkgs"}.url = "github:NixOS/nixpkgs";`],
    ["an unquoted URL", `inputs.nixpkgs.url = github:NixOS/nixpkgs;`],
    ["an indented string", `inputs.nixpkgs.url = ''github:NixOS/nixpkgs'';`],
    ["parentheses", `inputs = ({ nixpkgs.url = ("github:NixOS/nixpkgs"); });`],
    ["attributes", `inputs.nixpkgs = { type = "github"; owner = "NixOS"; repo = "nixpkgs"; };`],
    ["comments and CR LF", `inputs /* a */ = {\r\n # b\r\n nixpkgs.url = "github:NixOS/nixpkgs"; };`],
  ])("reads %s", (_, attributes) => {
    const flake = withOutputs(attributes);

    expect(flake.parse).toEqual({ status: "ok" });
    expect(flake.inputs.map(({ name, implicit, ref }) => ({ name, implicit, ref }))).toEqual([
      { name: "nixpkgs", implicit: false, ref: nixpkgs },
    ]);
  });

  it("merges several bindings of `inputs` and of one input", () => {
    const flake = withOutputs(`
      inputs = { b.flake = false; };
      inputs.b.url = "github:o/b";
      inputs.a = { url = "github:o/a"; inputs.x.follows = "b"; };
      inputs.a.inputs.y.follows = "";`);

    expect(flake.parse).toEqual({ status: "ok" });
    expect(flake.inputs.map(({ name, isFlake }) => [name, isFlake])).toEqual([
      ["a", true],
      ["b", false],
    ]);
    expect(input(flake, "a").overrides.map(({ name, declared }) => [name, declared.follows])).toEqual([
      ["x", "b"],
      ["y", ""],
    ]);
  });

  it("says what was declared: url, attributes or follows", () => {
    const flake = withOutputs(`inputs = {
      url.url = "github:o/r";
      attrs = { type = "git"; url = "https://example.org/r"; shallow = true; };
      follows.follows = "url//x/";
      none = { };
    };`);

    expect(input(flake, "url").declared).toEqual({ url: "github:o/r", attrs: null, follows: null });
    expect(input(flake, "attrs").declared).toEqual({
      url: null,
      attrs: { type: "git", url: "https://example.org/r", shallow: true },
      follows: null,
    });
    expect(input(flake, "follows")).toMatchObject({ declared: { follows: "url/x" }, ref: null, refProblem: null });
    expect(input(flake, "none")).toMatchObject({ declared: { url: null, attrs: null, follows: null } });
  });

  it("looks an input without reference up in the registry", () => {
    const flake = withOutputs(`inputs.nixpkgs.flake = false; inputs.home.inputs.nixpkgs.follows = "nixpkgs";`);

    expect(flake.inputs.map(({ ref }) => ref)).toEqual([
      { type: "indirect", id: "home" },
      { type: "indirect", id: "nixpkgs" },
    ]);
    expect(input(flake, "home").overrides[0]).toMatchObject({ ref: null, refProblem: null });
  });

  it("leaves an input unresolved whose URL is none, which Nix takes for a path, and keeps the flake", () => {
    const flake = parseFlake('{ inputs.a.url = "github: o/r"; outputs = _: { }; }');

    expect(flake.parse).toEqual({ status: "ok" });
    expect(input(flake, "a")).toMatchObject({ ref: null, refProblem: expect.stringContaining("not a valid URL") });
  });

  it("makes a path literal a relative path without dots", () => {
    const flake = withOutputs(
      "inputs.a.url = ./a/../b; inputs.here = { url = ./.; flake = false; }; inputs.up.url = ../c;",
    );

    expect(flake.parse).toEqual({ status: "ok" });
    expect(flake.inputs.map(({ declared, ref }) => [declared.url, ref?.path])).toEqual([
      ["./a/../b", "b"],
      ["./.", "."],
      ["../c", "../c"],
    ]);
  });

  it("takes a plain URL of an input that is no flake as a file", () => {
    const flake = withOutputs(`inputs.a = { url = "https://example.org/x"; flake = false; };`);

    expect(input(flake, "a").ref).toEqual({ type: "file", url: "https://example.org/x" });
  });

  it("keeps names like __proto__ and constructor harmless", () => {
    const flake = withOutputs(
      `inputs.__proto__.url = "github:o/r"; inputs.constructor.url = "github:o/c"; nixConfig.__proto__ = "x";`,
    );

    expect(flake.inputs.map(({ name }) => name)).toEqual(["__proto__", "constructor"]);
    expect(flake.nixConfig.map(({ name }) => name)).toEqual(["__proto__"]);
  });

  it("gives the place of each input", () => {
    const source = `{\n  inputs.nixpkgs.url = "github:NixOS/nixpkgs";\n  outputs = { self, nixpkgs, utils }: { };\n}`;
    const flake = parseFlake(source);

    expect(input(flake, "nixpkgs")).toMatchObject({ line: 2, column: 10 });
    expect(input(flake, "utils")).toMatchObject({ implicit: true, line: 3, column: 30 });
    expect(source.slice(input(flake, "utils").start, input(flake, "utils").end)).toBe("utils");
  });
});

describe("formals of outputs", () => {
  it("are implicit inputs, but for self and what is declared", () => {
    const flake = parseFlake(`{
      inputs.nixpkgs.url = "github:NixOS/nixpkgs";
      outputs = { self, nixpkgs, systems ? null, ... }@inputs: { };
    }`);

    expect(flake.parse).toEqual({ status: "ok" });
    expect(flake.inputs.map(({ name, implicit, ref }) => [name, implicit, ref])).toEqual([
      ["nixpkgs", false, nixpkgs],
      ["systems", true, { type: "indirect", id: "systems" }],
    ]);
    expect(flake.outputs?.kind).toBe("lambda");
  });

  it("are none when outputs takes one argument or is a built-in function", () => {
    expect(parseFlake("{ outputs = args: { }; }").inputs).toEqual([]);
    expect(parseFlake("{ outputs = import; }")).toMatchObject({ parse: { status: "ok" }, inputs: [], outputs: null });
  });
});

describe("inputs.self", () => {
  it("holds attributes of the flake and is no input", () => {
    const flake = withOutputs("inputs.self.submodules = true; inputs.self.lfs = false;");

    expect(flake).toMatchObject({
      parse: { status: "ok" },
      inputs: [],
      selfAttributes: { submodules: true, lfs: false },
    });
  });

  it.each(['inputs.self.url = "github:o/r";', 'inputs.a.inputs.self.follows = "";', "inputs.self = 1;"])(
    "is refused as %s",
    (attributes) => expect(withOutputs(attributes).parse.status).toBe("error"),
  );
});

describe("nixConfig", () => {
  it.each([
    ["a set", `nixConfig = { extra-substituters = [ "https://a" "https://b" ]; sandbox = false; };`],
    ["dotted", `nixConfig.extra-substituters = [ "https://a" ''https://b'' ]; nixConfig."sandbox" = false;`],
  ])("reads %s", (_, attributes) => {
    const flake = withOutputs(attributes);

    expect(flake.parse).toEqual({ status: "ok" });
    expect(flake.nixConfig.map(({ name, value }) => [name, value])).toEqual([
      ["extra-substituters", ["https://a", "https://b"]],
      ["sandbox", false],
    ]);
  });

  it("reads numbers, strings and paths, with their lines", () => {
    const flake = parseFlake(
      '{ nixConfig = {\n max-jobs = 4;\n a = "b";\n netrc-file = ./netrc;\n }; outputs = _: { }; }',
    );

    expect(flake.nixConfig.map(({ value, isPath, line }) => [value, isPath, line])).toEqual([
      [4, false, 2],
      ["b", false, 3],
      ["./netrc", true, 4],
    ]);
  });

  it.each(["nixConfig.a = -1;", "nixConfig.a.b = 1;", "nixConfig.a = null;", "nixConfig.a = 1.5;", "nixConfig = [ ];"])(
    "refuses %s",
    (attributes) => expect(withOutputs(attributes).parse.status).toBe("error"),
  );

  it("refuses a computed element but keeps the other settings", () => {
    const flake = withOutputs(`nixConfig = { a = [ ("x" + "y") ]; b = true; };`);

    expect(flake.parse.status).toBe("error");
    expect(flake.nixConfig.map(({ name }) => name)).toEqual(["b"]);
  });
});

describe("what Nix refuses", () => {
  it.each([
    ["let around the flake", "let x = 1; in { outputs = _: { }; }"],
    ["a function", "{ pkgs }: { outputs = _: { }; }"],
    ["a list", "[ ]"],
    ["no outputs", '{ description = "x"; }'],
    ["computed outputs", "{ outputs = import ./outputs.nix; }"],
    ["outputs that are no function", "{ outputs = { }; }"],
    ["inherited outputs", "{ inherit (import ./x.nix) outputs; }"],
    ["an unknown attribute", "{ edition = 1; outputs = _: { }; }"],
    ["a computed description", '{ description = "a" + "b"; outputs = _: { }; }'],
    ["a formal that is no name of a flake", "{ inputs.x'.url = \"github:o/r\"; outputs = { self, x' }: { }; }"],
    ["an undefined variable", "{ outputs = { self }: { packages = nixpkgs; }; }"],
    ["a path in the home folder", "{ outputs = { self }: { x = ~/x; }; }"],
    ["an empty file", ""],
  ])("is an error: %s", (_, source) => expect(error(source)).not.toBeNull());

  it.each([
    ["a computed set", `inputs = import ./inputs.nix;`],
    ["computed names", `inputs = { \${"a" + "b"}.url = "github:o/r"; };`],
    ["a computed url", `inputs.a.url = "github:o/" + "r";`],
    ["an interpolated url", `inputs.a.url = "github:\${"o"}/r";`],
    ["an imported input", `inputs.a = import ./a.nix;`],
    ["an inherited url", `inputs.a = { inherit (import ./a.nix) url; };`],
    ["a list", `inputs.a = [ ];`],
    ["flake that is no Boolean", `inputs.a = { url = "github:o/r"; flake = "no"; };`],
    ["both url and follows", `inputs.a = { url = "github:o/r"; follows = "b"; };`],
    ["a follows with a bad name", `inputs.a.follows = "a b";`],
    ["attributes without type", `inputs.a = { url = "github:o/r"; owner = "o"; };`],
    ["an unknown attribute of a type", `inputs.a = { type = "github"; owner = "o"; repo = "r"; foo = "x"; };`],
    ["a bad reference", `inputs.a.url = "github:o/r?foo=1";`],
    ["an absolute path literal", `inputs.a.url = /a;`],
    ["a name that no registry can have", `inputs."a b".flake = false;`],
  ])("leaves the input unresolved: %s", (_, attributes) => {
    const flake = withOutputs(
      `${attributes} inputs.good.url = "github:NixOS/nixpkgs";`.replace(/(inputs = .*;) inputs\.good.*/, "$1"),
    );

    expect(flake.parse.status).toBe("error");
    expect(flake.inputs.filter(({ name }) => name !== "good").map(({ ref }) => ref)).toSatisfy((refs: unknown[]) =>
      refs.every((ref) => ref === null),
    );
  });

  it("says where the error is and still understands the rest", () => {
    const flake = parseFlake(`{
      description = "x";
      inputs.good.url = "github:NixOS/nixpkgs";
      inputs.bad.url = "a" + "b";
      outputs = _: { };
    }`);

    expect(flake.parse).toMatchObject({ status: "error", line: 4, column: 18 });
    expect(flake.description).toBe("x");
    expect(input(flake, "good").ref).toEqual(nixpkgs);
    expect(input(flake, "bad")).toMatchObject({ ref: null, declared: { url: null } });
    expect(input(flake, "bad").refProblem).toContain("computed");
  });

  it("looks into a let that stands around the flake", () => {
    const flake = parseFlake(
      `let v = "24.05"; in { inputs.a.url = "github:o/a"; inputs.b.url = "github:o/b/\${v}"; outputs = _: { }; }`,
    );

    expect(flake.parse).toMatchObject({ status: "error", line: 1, column: 1 });
    expect(flake.inputs.map(({ name, ref }) => [name, ref?.type ?? null])).toEqual([
      ["a", "github"],
      ["b", null],
    ]);
  });

  it("reads what a syntax error leaves", () => {
    const flake = parseFlake(`{ inputs.a.url = "github:o/a"; outputs = { self }: { x = ; }; nixConfig.a = true; }`);

    expect(flake.parse.status).toBe("error");
    expect(input(flake, "a").ref?.type).toBe("github");
    expect(flake.nixConfig.map(({ name }) => name)).toEqual(["a"]);
  });
});

describe("rec", () => {
  it("takes a sibling that comes before, as Nix does", () => {
    const flake = withOutputs(`inputs = rec { sub.url = "path:./sub"; y = sub; z.url = "github:o/z"; };`);

    expect(flake.parse).toEqual({ status: "ok" });
    expect(input(flake, "y").ref).toEqual({ type: "path", path: "./sub" });
  });

  it("does not guess at a sibling that comes later, and ends in a circle", () => {
    const flake = withOutputs(`inputs = rec { a = later; later = a; };`);

    expect(flake.parse.status).toBe("error");
    expect(flake.inputs.map(({ ref }) => ref)).toEqual([null, null]);
  });

  it("is no trap for lists that name each other", () => {
    const lists = Array.from({ length: 40 }, (_, i) => `l${i + 1} = [ ${`l${i} `.repeat(40)} ];`).join(" ");

    expect(withOutputs(`nixConfig = rec { l0 = [ "x" ]; ${lists} };`).parse.status).toBe("error");
  });
});

describe("any input", () => {
  it("ends with a result", () => {
    const piece = fc.constantFrom(
      "{",
      "}",
      "inputs",
      ".",
      "=",
      ";",
      "outputs",
      "nixConfig",
      '"x"',
      "url",
      "follows",
      "rec",
      "self:",
      "[",
      "]",
      "a",
      "./b",
      "let",
      "in",
      "${",
      "}",
      "//",
      '"',
      "''",
      "inherit",
      "flake",
      "false",
      "\n",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(" ")),
        ),
        (source) => {
          expect(["ok", "error"]).toContain(parseFlake(source).parse.status);
        },
      ),
    );
  });

  it("bounds nested overrides", () => {
    const flake = parseFlake(`{ inputs.${"a.inputs.".repeat(50_000)}a.url = "x"; outputs = _: { }; }`);

    expect(flake.parse.status).toBe("error");
    expect(flake.inputs.map(({ name }) => name)).toEqual(["a"]);
  });
});
