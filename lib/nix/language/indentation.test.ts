// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are interpolations of Nix, not of TypeScript.
import { describe, expect, it } from "vitest";
import { stripIndentation } from "./indentation.ts";
import { parseNix } from "./parse.ts";
import { literalString, staticString } from "./static-string.ts";

function partsOf(source: string): string[] {
  const { expression } = parseNix(source);
  if (expression.kind !== "indented-string") return [expression.kind];
  return stripIndentation(expression).map((part) => (part.kind === "text" ? part.value : "${}"));
}

describe("stripIndentation", () => {
  it("takes away what all lines with text share", () => {
    expect(partsOf("''\n    a\n      b\n  \n    c\n  ''")).toEqual(["a\n  b\n\nc\n"]);
  });

  it("takes an interpolation for text, so that a line of its own counts", () => {
    expect(partsOf("''\n      a\n    ${b}\n  ''")).toEqual(["  a\n", "${}", "\n"]);
  });

  it("takes an escape for text, and leaves out a part that becomes empty", () => {
    expect(partsOf("''\n    ''$a\n''")).toEqual(["$", "a\n"]);
  });

  it("leaves tabs alone", () => {
    expect(partsOf("''\n\ta\n\tb''")).toEqual(["\ta\n\tb"]);
  });

  it("drops a last line of spaces, but no other", () => {
    expect(partsOf("''\n  a\n     \n  b\n   ''")).toEqual(["a\n   \nb\n"]);
  });
});

describe("staticString", () => {
  it.each([
    ['"a\\nb"', "a\nb"],
    ['""', ""],
    ["''\n  a ''${b}\n''", "a ${b}\n"],
    ["https://example.org", "https://example.org"],
    ['("a")', "a"],
  ])("reads %j", (source, text) => {
    expect(staticString(parseNix(source).expression)).toBe(text);
  });

  it.each(['"a${b}"', "''${b}''", "./a", "<a>", "1", "a"])("does not know %j", (source) => {
    expect(staticString(parseNix(source).expression)).toBeUndefined();
  });
});

describe("literalString", () => {
  it.each([
    ['"a"', "a"],
    ["''''", ""],
    ["''a''", "a"],
    ["''${\"a\"}''", "a"],
    ["''${''${x:y}''}''", "x:y"],
    ['"${"a"}"', undefined],
    ["''a''$b''", undefined],
  ])("takes %j for what Nix does", (source, text) => {
    expect(literalString(parseNix(source).expression)).toBe(text);
  });
});
