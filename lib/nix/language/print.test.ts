// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are interpolations of Nix, not of TypeScript.
import { describe, expect, it } from "vitest";
import { parseNix } from "./parse.ts";
import { printNix } from "./print.ts";

const folders = { file: "/home/me/project", home: "/home/me" };

/** What `nix-instantiate --parse` of Nix 2.34.8 prints, with the folders put in: name, source, output. */
const cases: Record<string, readonly (readonly [name: string, source: string, printed: string])[]> = {
  "numbers and names": [
    ["reads a dot before digits as a float of its own", "a: a.5", "(a: (a 0.5))"],
    [
      "reads leading zeros before a dot as an integer",
      "[ 00.5 0.5 .5 1. 1.e3 1.5e-2 ]",
      "[ (0) (0.5) (0.5) (0.5) (1) (1000) (0.015) ]",
    ],
    [
      "prints floats with six digits",
      "[ 3.14159265 1000000.0 100000.0 0.0001 0.00001 123456789.5 0.0 ]",
      "[ (3.14159) (1e+06) (100000) (0.0001) (1e-05) (1.23457e+08) (0) ]",
    ],
    ["reads the largest integer", "9223372036854775807", "9223372036854775807"],
    ["keeps dashes and apostrophes in names", "a-b': a-b'", "(a-b': a-b')"],
    ["takes `or` for a name after a dot and in a set", "{ or = 1; }.or or 2", "({ or = 1; }).or or (2)"],
    [
      "applies a function to the old variable `or`",
      "f: with f; [ (f or) (f or 1) ((f 1) or) (f.a or f or) ]",
      "(f: (with f; [ ((f or)) ((f or 1)) (((f 1) or)) ((f).a or ((f or))) ]))",
    ],
    ["keeps __curPos", "__curPos", "__curPos"],
  ],
  strings: [
    ["unescapes", '"\\n\\r\\t\\\\\\"\\${a}\\x"', '"\\n\\r\\t\\\\\\"\\${a}x"'],
    ["reads two dollars as text", 'a: "$${a}$$$${a}$$${a}$"', '(a: ("$\\${a}$$$\\${a}$$" + a + "$"))'],
    ["makes CR LF and CR one line feed", '"a\r\nb\rc\\\r\nd"', '"a\\nb\\nc\\r\\nd"'],
    ["keeps an escape of a dollar in front of a brace", 'a: "\\${a}$\\{a}"', '(a: "\\${a}\\${a}")'],
    ["keeps a lone dollar before the end", '"a$"', '"a$"'],
    ["shows a string of one interpolation", 'a: "${a}"', "(a: (a))"],
    ["nests strings in interpolations", 'a: "x${a "y${"z"}"}"', '(a: ("x" + (a ("y" + "z"))))'],
    [
      "reads an unquoted URI as a string",
      "[ http://x.y/z?a=b&c=%20 x:y git+ssh://a_b ]",
      '[ ("http://x.y/z?a=b&c=%20") ("x:y") ("git+ssh://a_b") ]',
    ],
    ["does not read a scheme with an underscore as a URI", "a_b: a_b:1", "(a_b: (a_b: 1))"],
  ],
  "indented strings": [
    ["strips what all lines share", "''\n    a\n      b\n\n    c\n  ''", '"a\\n  b\\n\\nc\\n"'],
    ["counts the spaces before the closing quotes only with text", "''\n    a\n  b''", '"  a\\nb"'],
    ["takes no tab for indentation", "''\n\ta\n\t  b\n''", '"\\ta\\n\\t  b\\n"'],
    ["keeps a first line with text", "''  a\n  b''", '"a\\nb"'],
    ["drops the spaces and line feed behind the opening quotes", "''   \n  a''", '"a"'],
    ["keeps CR LF", "''\r\n  a\r\n  b\r\n''", '"\\r\\n  a\\r\\n  b\\r\\n"'],
    [
      "reads its own escapes",
      "a: ''''${a} ''' ''\\n ''\\x '' + '' $${a} $''",
      '(a: (("$" + "{a} " + "\'\'" + " " + "\\n" + " " + "x" + " ") + ("$\\${a} " + "$")))',
    ],
    [
      "ends the indentation at an escape or interpolation",
      "a: ''\n  ''\\ta\n    ${a}\n  ''",
      '(a: ("\\t" + "a\\n  " + a + "\\n"))',
    ],
    ["is one literal around a literal", "''${\"y\"}''", '"y"'],
    ["is empty when it holds spaces only", "''   ''", '""'],
    ["keeps a lone apostrophe and dollar", "a: ''a'b $ $a '${a}''", '(a: ("a\'b $ $a " + "\'" + a))'],
  ],
  paths: [
    [
      "resolves against the folder of the file",
      "[ ./. ../x a/b ./a/../b .../c ]",
      "[ (/home/me/project) (/home/me/x) (/home/me/project/a/b) (/home/me/project/b) (/home/me/project/.../c) ]",
    ],
    ["keeps absolute paths and normalizes them", "[ /a/./b /a/../../b /. ]", "[ (/a/b) (/b) (/) ]"],
    [
      "takes operators without spaces for path characters",
      "[ 1/2 a+b/c -a/b 1.5/2 ]",
      "[ (/home/me/project/1/2) (/home/me/project/a+b/c) (/home/me/project/-a/b) (/home/me/project/1.5/2) ]",
    ],
    [
      "interpolates",
      "a: [ ./a${a} ./a/${a}/b ./${a}b/c.${a}.d a/${a} /${a} ~/${a} ]",
      '(a: [ ((/home/me/project/a + a)) ((/home/me/project/a/ + a + "/b")) ((/home/me/project/ + a + "b/c." + a + ".d")) ((/home/me/project/a/ + a)) ((/ + a)) ((/home/me/ + a)) ])',
    ],
    [
      "allows an empty segment before and behind an interpolation",
      "a: [ /a//b${a} ./a${a}//b ]",
      '(a: [ ((/a/ + "/b" + a)) ((/home/me/project/a + a + "/" + "/b")) ])',
    ],
    ["resolves the home folder", "~/a/../b", "/home/me/a/../b"],
    [
      "calls a function for a search path",
      "[ <nixpkgs> <nixpkgs/lib/a.nix> ]",
      '[ ((__findFile __nixPath "nixpkgs")) ((__findFile __nixPath "nixpkgs/lib/a.nix")) ]',
    ],
    [
      "tells a search path from a comparison",
      "a: b: [ (a <b) (a <b> b) ]",
      '(a: (b: [ ((__lessThan a b)) ((a (__findFile __nixPath "b") b)) ]))',
    ],
    ["divides with spaces", "a: b: a / b", "(a: (b: (__div a b)))"],
  ],
  sets: [
    ["merges paths", "{ a.b = 1; a.c.d = 2; a.c.e = 3; }", "{ a = { b = 1; c = { d = 2; e = 3; }; }; }"],
    [
      "merges a set and a path, in both orders",
      "{ a = { b = 1; }; a.c = 2; d.e = 1; d = { f = 2; }; }",
      "{ a = { b = 1; c = 2; }; d = { e = 1; f = 2; }; }",
    ],
    [
      "merges sets in sets",
      "{ a = { b = { c = 1; }; }; a.b.d = 2; a = { b = { e = 3; }; }; }",
      "{ a = { b = { c = 1; d = 2; e = 3; }; }; }",
    ],
    [
      "lets the first of merged sets decide about rec",
      "{ a = rec { b = 1; }; a = { c = b; }; d = { }; d = rec { e = 1; }; }",
      "{ a = rec { b = 1; c = b; }; d = { e = 1; }; }",
    ],
    ["merges a set in parentheses", "{ a = ({ b = 1; }); a.c = 2; }", "{ a = { b = 1; c = 2; }; }"],
    [
      "merges inherited and dynamic attributes of sets",
      "x: { a = { inherit (x) b; ${x} = 1; }; a = { inherit x; inherit (x.y) c; ${x} = 2; }; }",
      '(x: { a = { inherit x; inherit (x) b; inherit ((x).y) c; "${x}" = 1; "${x}" = 2; }; })',
    ],
    [
      "does not merge dynamic attributes",
      'a: { ${a}.b = 1; ${a}.b = 2; "x${a}" = 3; }',
      '(a: { "${a}" = { b = 1; }; "${a}" = { b = 2; }; "${("x" + a)}" = 3; })',
    ],
    [
      "takes a quoted or interpolated literal for a static name",
      '{ "a b" = 1; ${"c"} = 2; ${\'\'d\'\'} = 3; "" = 4; "if" = 5; "or" = 6; "1" = 7; }',
      '{ "" = 4; "1" = 7; "a b" = 1; c = 2; d = 3; "if" = 5; or = 6; }',
    ],
    [
      "takes a name of the prototype for a name like any other",
      "{ __proto__ = 1; constructor.prototype = 2; }.__proto__",
      "({ __proto__ = 1; constructor = { prototype = 2; }; }).__proto__",
    ],
    [
      "sorts by bytes",
      '{ "\ud83d\ude00" = 1; "￮" = 2; b = 3; B = 4; "é" = 5; }',
      '{ B = 4; b = 3; "é" = 5; "￮" = 2; "\ud83d\ude00" = 1; }',
    ],
    [
      "groups inherited names by source",
      'a: b: { inherit (a) y x; inherit b a; inherit (b) w; inherit (a); inherit; inherit (a) "q r" or ${"s"}; }',
      '(a: (b: { inherit a b; inherit (a) x y; inherit (b) w; inherit (a) or "q r" s; }))',
    ],
    ["reads the old let", "let { a = 1; body = a; }", "(rec { a = 1; body = a; }).body"],
    ["reads nested paths in let", "let a.b = 1; a.c = 2; in a", "(let a = { b = 1; c = 2; }; in a)"],
    ["reads an empty let", "let in 1", "(let in 1)"],
    [
      "selects from rec and let without parentheses",
      "[ rec { a = 1; }.a let { body = 1; } ]",
      "[ ((rec { a = 1; }).a) ((rec { body = 1; }).body) ]",
    ],
  ],
  functions: [
    [
      "reads every form of pattern",
      "[ ({ }: 1) ({ ... }: 1) ({ a }: 1) ({ a, }: 1) ({ a, b ? a, ... }: 1) ({ a }@b: 1) (b@{ a }: 1) (b@{ }: 1) ({ ... } @ b: 1) ]",
      "[ (({  }: 1)) (({ ... }: 1)) (({ a }: 1)) (({ a }: 1)) (({ a, b ? a, ... }: 1)) (({ a } @ b: 1)) (({ a } @ b: 1)) (({  } @ b: 1)) (({ ... } @ b: 1)) ]",
    ],
    ["sorts formals", "{ c, a, b }: a", "({ a, b, c }: a)"],
    ["lets defaults use the other arguments and the alias", "{ a ? b, b ? c.a }@c: a", "({ a ? b, b ? (c).a } @ c: a)"],
    [
      "reads nested functions and their bodies",
      "a: { b }: c@{ d, ... }: if a then b else with c; assert d; let e = 1; in e",
      "(a: ({ b }: ({ d, ... } @ c: (if a then b else (with c; assert d; (let e = 1; in e))))))",
    ],
    ["reads chained else", "a: if a then 1 else if a then 2 else 3", "(a: (if a then 1 else (if a then 2 else 3)))"],
    ["shows assert without parentheses", "a: [ (assert a; a) ]", "(a: [ (assert a; a) ])"],
  ],
  operators: [
    [
      "binds as Nix does",
      "a: a -> a || a && a == a < a // a + a * a ++ a ? b",
      "(a: (a -> (a || (a && (a == (__lessThan a (a // (a + (__mul a (a ++ ((a) ? b)))))))))))",
    ],
    [
      "lets not bind looser than plus, and minus tightest",
      "a: [ (!a + a) (!a == a) (-a + a) (- a ? b) (a * !a + a) (!a ? b) (!!a) (- - a) ]",
      "(a: [ ((! (a + a))) (((! a) == a)) (((__sub 0 a) + a)) ((((__sub 0 a)) ? b)) ((__mul a (! (a + a)))) ((! ((a) ? b))) ((! (! a))) ((__sub 0 (__sub 0 a))) ])",
    ],
    [
      "groups to the left",
      "a: [ (a - a - a) (a + a - a + a) (a * a / a) (a && a && a) (a || a || a) ]",
      "(a: [ ((__sub (__sub a a) a)) (((__sub (a + a) a) + a)) ((__div (__mul a a) a)) (((a && a) && a)) (((a || a) || a)) ])",
    ],
    [
      "groups to the right",
      "a: [ (a // a // a) (a ++ a ++ a) (a -> a -> a) ]",
      "(a: [ ((a // (a // a))) ((a ++ (a ++ a))) ((a -> (a -> a))) ])",
    ],
    [
      "swaps and negates comparisons",
      "a: b: [ (a < b) (a > b) (a <= b) (a >= b) ]",
      "(a: (b: [ ((__lessThan a b)) ((__lessThan b a)) ((! (__lessThan b a))) ((! (__lessThan a b))) ]))",
    ],
    ["asks for attributes twice in a row", "a: a ? b ? c", "(a: ((((a) ? b)) ? c))"],
    ["asks for paths", 'a: a ? b."c d".${a}.e', '(a: ((a) ? b."c d"."${a}".e))'],
    ["pipes in both directions", "a: b: [ (a |> b |> b a) (b <| b <| a) ]", "(a: (b: [ ((b a (b a))) ((b (b a))) ]))"],
    ["lets pipes bind looser than everything", "a: b: a -> b |> b + a", "(a: (b: ((b + a) (a -> b))))"],
    [
      "adds arguments to whatever is a call",
      "a: b: [ ((a - b) a) ((-a) b) (<x> a) ((a <= b) a) ((a |> b) a) (a |> (a - b)) ((a b) a) ]",
      '(a: (b: [ ((__sub a b a)) ((__sub 0 a b)) ((__findFile __nixPath "x" a)) (((! (__lessThan b a)) a)) ((b a a)) ((__sub a b a)) ((a b a)) ]))',
    ],
    ["selects with defaults in defaults", "a: a.b or a.c or a.d a", "(a: ((a).b or ((a).c or ((a).d)) a))"],
    ["selects dynamic names", 'a: a.${a}."x${a}"."y".b or a', '(a: (a)."${a}"."${("x" + a)}".y.b or (a))'],
    ["reads lists of selections", "a: [ a.b a.b or a (a a) ]", "(a: [ ((a).b) ((a).b or (a)) ((a a)) ])"],
  ],
  "comments and white space": [
    ["skips comments", "# a\r\n/* b * / **/ 1 /**/ # c", "1"],
    ["ends a comment at a CR", "# a\r1", "1"],
    ["accepts CR LF and tabs", "{\r\n\ta = 1;\r\n}\r\n", "{ a = 1; }"],
    ["stops at a NUL byte", "1 \u0000 garbage )", "1"],
  ],
};

describe.each(Object.entries(cases))("printNix: %s", (_group, rows) => {
  it.each(rows)("%s", (_name, source, printed) => {
    const { expression, errors } = parseNix(source);

    expect(errors).toEqual([]);
    expect(printNix(expression, folders)).toBe(printed);
  });
});

describe("printNix", () => {
  it("shows what could not be read as an error", () => {
    const { expression } = parseNix("{ a = ; b = 1; }");

    expect(printNix(expression, folders)).toBe("{ a = «error»; b = 1; }");
  });

  it("does not recurse, so that a tree of any height can be printed", () => {
    const sums = `${"a + ".repeat(20_000)}a`;
    const functions = `${"a: ".repeat(20_000)}a`;

    expect(printNix(parseNix(sums).expression, folders)).toHaveLength(20_000 * 6 + 1);
    expect(printNix(parseNix(functions).expression, folders)).toHaveLength(20_000 * 5 + 1);
  });
});
