// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are interpolations of Nix, not of TypeScript.
import { describe, expect, it } from "vitest";
import { parseNix } from "./parse.ts";
import { printNix } from "./print.ts";
import type { Expression, SyntaxNode } from "./syntax-tree.ts";
import { walkSyntax } from "./walk.ts";

const folders = { file: "/", home: "/" };

function print(expression: Expression): string {
  return printNix(expression, folders);
}

function problems(source: string): string[] {
  return parseNix(source).errors.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

describe("parseNix: problems", () => {
  // Each source is one that `nix-instantiate --parse` of Nix 2.34.8 refuses.
  it.each([
    ["", "1:1 unexpected end of file, expected an expression"],
    ["{ a = 1 }", "1:9 unexpected '}', expected ';'"],
    ["{ a 1; }", "1:5 unexpected '1', expected '='"],
    ["{ a = 1; a = 2; }", "1:10 attribute 'a' is already defined at line 1"],
    ["{ a.b = 1;\n  a.b.c = 2; }", "2:5 attribute 'b' is already defined at line 1"],
    ["{ a = { b = 1; }; a = { b = 2; }; }", "1:25 attribute 'b' is already defined at line 1"],
    ["{ a = 1; inherit a; }", "1:18 attribute 'a' is already defined at line 1"],
    ["{ inherit (x) a; a.b = 1; }", "1:18 attribute 'a' is already defined at line 1"],
    ["{ a = let { body = { }; }; a.b = 1; }", "1:28 attribute 'a' is already defined at line 1"],
    ["let a = 1; a = 2; in a", "1:12 attribute 'a' is already defined at line 1"],
    ["let ${a} = 1; in a", "1:5 dynamic attributes are not allowed in let"],
    ["{ inherit ${a}; }", "1:11 dynamic attributes are not allowed in inherit"],
    ["{ a, a }: a", "1:6 duplicate function argument 'a'"],
    ["{ a }@a: a", "1:7 duplicate function argument 'a'"],
    ["{ a, ..., b }: a", "1:9 unexpected ',', expected '}'"],
    ["{ , }: 1", "1:3 unexpected ',', expected a binding or '}'"],
    ["{ or }: 1", "1:6 unexpected '}', expected '='"],
    ["{ a }", "1:6 unexpected end of file, expected ':'"],
    ["or", "1:1 unexpected 'or', expected an expression"],
    ["[ a, b ]", "1:4 unexpected ',', expected an element of the list or ']'"],
    ["[ a.b or ]", "1:10 unexpected ']', expected an expression"],
    ["(a", "1:3 unexpected end of file, expected ')'"],
    ["a )", "1:3 unexpected ')', expected the end of the file"],
    ["a == b == c", "1:8 unexpected '==', expected parentheses: this operator cannot follow '==' without them"],
    ["a < b > c", "1:7 unexpected '>', expected parentheses: this operator cannot follow '<' without them"],
    ["a |> b <| c", "1:8 unexpected '<|', expected parentheses: this operator cannot follow '|>' without them"],
    ["a + if b then c else d", "1:5 'if' must be in parentheses here"],
    ["f let a = 1; in a", "1:3 'let' must be in parentheses here"],
    ["a: b: ", "1:7 unexpected end of file, expected an expression"],
    ["if a then b", "1:12 unexpected end of file, expected 'else'"],
    ["with a", "1:7 unexpected end of file, expected ';'"],
    ["let a = 1; a", "1:13 unexpected end of file, expected '='"],
    ["rec a", "1:5 unexpected 'a', expected '{'"],
    ['"abc', "1:1 this string is never closed"],
    ['"abc\\', "1:1 this string is never closed"],
    ["''abc'", "1:1 this indented string is never closed"],
    ['"a${b', "1:6 unexpected end of file, expected '}'"],
    ["/* a", "1:1 this comment is never closed with '*/'"],
    ["./a/", "1:4 a path cannot end in a slash"],
    ["./a/ + b", "1:4 a path cannot end in a slash"],
    ["/a//b", "1:4 a path cannot have an empty segment"],
    ["/a///b${c}", "1:4 a path cannot have an empty segment"],
    ["9223372036854775808", "1:1 invalid integer '9223372036854775808'"],
    ["1.0e400", "1:1 invalid float '1.0e400'"],
    ["1.0e-310", "1:1 invalid float '1.0e-310'"],
    ["a & b", "1:3 unexpected '&', expected the end of the file"],
    ["~", "1:1 unexpected '~', expected an expression"],
    ["\ufeff1", "1:1 the file begins with a byte order mark, which Nix does not accept"],
    ['"a\0b"', "1:3 a string cannot hold a NUL byte"],
    ["''a\0b''", "1:4 a string cannot hold a NUL byte"],
    ["1\u00a0", "1:2 unexpected '\u00a0', expected the end of the file"],
  ])("refuses %j", (source, first) => {
    expect(problems(source)[0]).toBe(first);
  });

  it("gives positions as Nix does: lines by LF, CR LF and CR, columns and offsets in bytes", () => {
    const [problem] = parseNix('# é\r\n# \u{1f600}\r{\n"é" = ; }').errors;

    expect(problem).toMatchObject({ line: 4, column: 8, byteOffset: 22, start: 18 });
  });
});

describe("parseNix: after an error", () => {
  it.each([
    ["a binding without a value", "{ a = ; b = 2; }", "{ a = «error»; b = 2; }"],
    [
      "a missing semicolon",
      "{ a = f x\n b = 2; c.d = y\n e.f = 3; }",
      "{ a = (f x); b = 2; c = { d = y; }; e = { f = 3; }; }",
    ],
    ["a missing semicolon behind one word", "{ a = x\n b = 2; c = 3; }", "{ a = x; b = 2; c = 3; }"],
    ["a missing semicolon behind a bracket", "{ a = [ 1 ]\n b = 2; c = 3; }", "{ a = [ (1) ]; b = 2; c = 3; }"],
    ["a missing equals sign", "{ a { b = 1; }; c = 3; }", "{ c = 3; }"],
    ["a comma in a list", "{ a = [ 1, 2 ]; b = 2; }", "{ a = [ (1) (2) ]; b = 2; }"],
    ["an unclosed list", "{ a = [ 1 2; b = 2; }", "{ a = [ (1) (2) ]; b = 2; }"],
    ["an unclosed parenthesis", "{ a = (f 2; b = 2; }", "{ a = (f 2); b = 2; }"],
    ["a stray bracket", "{ a = 1; ) b = 2; }", "{ a = 1; b = 2; }"],
    ["a stray word in let", "let a = 1; b; c = 2; in c", "(let a = 1; c = 2; in c)"],
    ["a missing in", "{ a = let b = 1; b; c = 2; }", "{ a = (let b = 1; c = 2; in «error»); }"],
    ["an if without else", "{ a = if b then c; d = 2; }", "{ a = (if b then c else «error»); d = 2; }"],
    ["a duplicate", "{ a = 1; a = 2; b = 3; }", "{ a = 1; b = 3; }"],
    ["a word before a semicolon in inherit", "{ inherit (a) b 1; c = 2; }", "{ inherit (a) b; c = 2; }"],
    ["a bad formal", "{ a, 1, b }: a", "({ a, b }: a)"],
    ["an unknown character", "{ a = 1 ^ 2; b = 3; }", "{ a = 1; b = 3; }"],
    ["a let that needs parentheses", "{ a = 1 + let b = 2; in b; c = 3; }", "{ a = (1 + (let b = 2; in b)); c = 3; }"],
    ["a byte order mark", "\ufeff{ a = 1; }", "{ a = 1; }"],
    ["an unclosed interpolation bracket", '{ a = "x${f (}y"; b = 2; }', '{ a = ("x" + (f «error») + "y"); b = 2; }'],
  ])("understands the rest behind %s", (_name, source, printed) => {
    const { expression, errors } = parseNix(source);

    expect(errors).not.toEqual([]);
    expect(print(expression)).toBe(printed);
  });

  it("reports each problem once and goes on to the next", () => {
    expect(problems("{\n  a = ;\n  b = 1;\n  c = [ , ];\n  a = 2;\n}")).toEqual([
      "2:7 unexpected ';', expected an expression",
      "4:9 unexpected ',', expected an element of the list or ']'",
      "5:3 attribute 'a' is already defined at line 2",
    ]);
  });

  it("keeps a hundred problems at most", () => {
    expect(parseNix(`{ ${"a = ; ".repeat(1000)}}`).errors).toHaveLength(100);
  });
});

describe("parseNix: limits", () => {
  it.each([
    ["(", ")"],
    ["[", "]"],
    ["{ a = ", "; }"],
    ["rec { a = ", "; }"],
    ['"${', '}"'],
    ["''${", "}''"],
    ["./a${", "}"],
    ["{ ${", "} = 1; }"],
    ["a.${", "}"],
    ["{ a ? ", " }: a"],
    ["{ inherit (", ") a; }"],
    ["let a = ", "; in a"],
    ["let { a = ", "; }"],
    ["if ", " then 1 else 2"],
    ["with ", "; 1"],
    ["1 + if ", " then 1 else 2"],
    ["f let a = ", "; in a"],
    ["(f [ { a = ", "; } ])"],
    ["(? ./a (", "))"],
    ['"${ ) (', ')}"'],
  ])("answers 10,000 levels of %j with one clear problem", (open, close) => {
    for (const source of [open.repeat(10_000) + 1 + close.repeat(10_000), open.repeat(10_000)]) {
      const { errors } = parseNix(source);

      expect(errors.at(-1)?.message).toBe(
        "brackets are nested more than 400 levels deep; the rest of the file is not read",
      );
    }
  });

  it("reads what came before the nesting that is too deep", () => {
    const { expression, errors } = parseNix(`{ a = 1; b = ${"(".repeat(50)}; c = 2; }`, { depthMax: 20 });

    expect(errors).toHaveLength(1);
    expect(print(expression)).toBe("{ a = 1; b = «error»; }");
  });

  it.each([
    ["sums", `${"a + ".repeat(50_000)}a`],
    ["updates", `${"a // ".repeat(50_000)}a`],
    ["concatenations", `${"a ++ ".repeat(50_000)}a`],
    ["implications", `${"a -> ".repeat(50_000)}a`],
    ["pipes", `${"a |> ".repeat(50_000)}a`],
    ["else-ifs", `${"if a then b else ".repeat(50_000)}c`],
    ["curried functions", `${"a: ".repeat(50_000)}a`],
    ["lets", `${"let a = 1; in ".repeat(50_000)}a`],
    ["withs and asserts", `${"with a; assert b; ".repeat(50_000)}a`],
    ["defaults", `${"a.b or ".repeat(50_000)}a`],
    ["negations", `${"!".repeat(50_000)}a`],
    ["arguments", `f${" a".repeat(50_000)}`],
    ["attribute paths", `{ ${"a.".repeat(50_000)}b = 1; ${"a.".repeat(50_000)}c = 1; }`],
  ])("reads 50,000 %s in a row, which are no nesting", (_name, source) => {
    expect(parseNix(source).errors).toEqual([]);
  });

  it("does not read a file that is too long", () => {
    const { expression, errors } = parseNix("[ 1 2 3 ]", { lengthMax: 8 });

    expect(expression.kind).toBe("error");
    expect(errors[0]?.message).toBe("the file is longer than 8 characters and is not read");
  });
});

describe("parseNix: the tree", () => {
  it("gives every node the offsets of its text, with the parentheses of its parts", () => {
    const source = '{ a, b ? 1 }@c: (a) + (f (b).c."d" x) // -(c) ? e';
    const texts: string[] = [];

    walkSyntax(parseNix(source).expression, (node: SyntaxNode) => {
      texts.push(`${node.kind}: ${source.slice(node.start, node.end)}`);
      return undefined;
    });

    expect(texts).toEqual([
      `lambda: ${source}`,
      "pattern-parameter: { a, b ? 1 }@c",
      "formal: a",
      "formal: b ? 1",
      "integer: 1",
      "identifier: c",
      'binary: (a) + (f (b).c."d" x) // -(c) ? e',
      'binary: (a) + (f (b).c."d" x)',
      "identifier: a",
      'application: f (b).c."d" x',
      "identifier: f",
      'selection: (b).c."d"',
      "identifier: b",
      "static-name: c",
      'static-name: "d"',
      "identifier: x",
      "has-attribute: -(c) ? e",
      "unary: -(c)",
      "identifier: c",
      "static-name: e",
    ]);
  });

  it("tells the sides of an alias", () => {
    const sides = ["{ a }@b: a", "b@{ a }: a", "{ a }: a"].map((source) => {
      const { expression } = parseNix(source);
      return expression.kind === "lambda" && expression.parameter.kind === "pattern-parameter"
        ? expression.parameter.aliasSide
        : undefined;
    });

    expect(sides).toEqual(["after", "before", null]);
  });

  it("tells what a path is relative to", () => {
    const { expression } = parseNix("[ ./a a/b /a ~/a ]");
    const anchors =
      expression.kind === "list" ? expression.elements.map((path) => path.kind === "path" && path.anchor) : [];

    expect(anchors).toEqual(["file", "file", "root", "home"]);
  });

  it("puts the offsets of strings and their parts right, and goes on behind them", () => {
    const source = "[ \"a${b}c\" ''d${e}'' ./f${g}h i ]";
    const texts: string[] = [];

    walkSyntax(parseNix(source).expression, (node) => {
      if (node.kind !== "list") texts.push(source.slice(node.start, node.end));
      return undefined;
    });

    expect(texts).toEqual([
      '"a${b}c"',
      "a",
      "${b}",
      "b",
      "c",
      "''d${e}''",
      "d",
      "${e}",
      "e",
      "./f${g}h",
      "./f",
      "${g}",
      "g",
      "h",
      "i",
    ]);
  });
});
