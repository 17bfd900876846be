// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are interpolations of Nix, not of TypeScript.
import { describe, expect, it } from "vitest";
import { parseNix } from "./parse.ts";
import { findUndefinedVariables } from "./scope.ts";

function undefinedNames(source: string): string[] {
  return findUndefinedVariables(parseNix(source).expression)
    .map(({ name }) => name)
    .sort();
}

describe("findUndefinedVariables", () => {
  // Each pair was tried with `nix-instantiate --parse` of Nix 2.34.8.
  it.each([
    ["a", ["a"]],
    ["let a = b; b = a; in a", []],
    ["{ a = b; b = 1; }", ["b"]],
    ["rec { a = b; b = 1; }", []],
    ["rec { inherit b; c = b; }", ["b"]],
    ["let inherit (b) c; b = 1; in c", []],
    ["{ a ? b, b }@c: [ a b c d ]", ["d"]],
    ["with a; b", ["a"]],
    ["with { }; { inherit b; c = d: e; }", []],
    ["[ (with { }; a) b ]", ["b"]],
    ["[ (let a = 1; in a) a ]", ["a"]],
    ["let { body = a; a = b; }", ["b"]],
    ['{ ${a} = 1; "${b}" = 2; c.${d} = 3; }', ["a", "b", "d"]],
    ["x: [ x.${a} (x ? \"${b}\") (x.y or c) \"${d}\" ''${e}'' ./${f} ]", ["a", "b", "c", "d", "e", "f"]],
    ["rec { a = { b = 1; }; a = { c = b; }; }", ["b"]],
    ["{ a = rec { b = 1; }; a = { c = b; }; }", []],
    ["rec { a.b = c; c = 1; }", []],
    ["[ true null import map builtins __add derivation toString __curPos <a> (-1) ]", []],
    ["[ toFile __import warn ]", ["__import", "toFile", "warn"]],
    ["x: x or", ["or"]],
  ])("finds in %j what Nix refuses", (source, names) => {
    expect(undefinedNames(source)).toEqual(names);
  });

  it("does not recurse", () => {
    expect(undefinedNames(`${"a: ".repeat(50_000)}[ a b ]`)).toEqual(["b"]);
  });
});
