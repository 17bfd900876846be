// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are interpolations of Nix, not of TypeScript.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseNix } from "./parse.ts";
import { printNix } from "./print.ts";
import { findUndefinedVariables } from "./scope.ts";
import { literalString } from "./static-string.ts";
import type { AttributeName, Binding, Expression, Formal, StringPart, SyntaxNode } from "./syntax-tree.ts";
import { childrenOf, walkSyntax } from "./walk.ts";

const lengthMax = 64 * 1024;
// A missing name, an empty part of a string and the like come with each character at the worst.
const nodesPerCharacterMax = 8;

/** Generated nodes have no place in a text; comparisons leave offsets out. */
const nowhere = { start: 0, end: 0 } as const;

const word = fc.constantFrom("a", "b", "pkgs", "x-y", "z'", "_", "iff", "__proto__", "constructor");
const anyName = fc.oneof(
  word,
  fc.string({ maxLength: 4 }),
  fc.constantFrom("if", "or", "", "a b", "${", '"', "\\", "$"),
);
const plainText = fc.stringMatching(/^[a-z][a-z \n\t]{0,8}$/);

const { expression } = fc.letrec<{ expression: Expression; simple: Expression }>((tie) => {
  const sub = tie("expression");
  const interpolation = sub.map((expression): StringPart => ({ kind: "interpolation", ...nowhere, expression }));
  const text = (value: string, isEscape = false): StringPart => ({ kind: "text", ...nowhere, value, isEscape });
  const parts = (texts: fc.Arbitrary<StringPart>) =>
    fc.array(fc.oneof(texts, interpolation), { maxLength: 4 }).map(withoutNeighbours);
  const staticName = anyName.map((name) => ({ kind: "static-name", ...nowhere, name }) as const);
  const dynamicName = sub
    .filter((expression) => literalString(expression) === undefined)
    .map((expression): AttributeName => ({ kind: "dynamic-name", ...nowhere, expression }));
  const path = fc.array(fc.oneof({ weight: 4, arbitrary: staticName }, dynamicName), { minLength: 1, maxLength: 3 });
  const binding: fc.Arbitrary<Binding> = fc.oneof(
    fc.record({ path, value: sub }).map((rest) => ({ kind: "binding", ...nowhere, ...rest }) as const),
    fc
      .record({ source: fc.option(sub), names: fc.array(staticName, { maxLength: 3 }) })
      .map((rest) => ({ kind: "inherit", ...nowhere, ...rest }) as const),
  );
  const bindings = fc.array(binding, { maxLength: 4 });
  const identifier = word.map((name) => ({ kind: "identifier", ...nowhere, name }) as const);
  const formal = fc
    .record({ name: word, defaultValue: fc.option(sub) })
    .map((rest): Formal => ({ kind: "formal", ...nowhere, ...rest }));
  const pattern = fc
    .record({
      formals: fc.array(formal, { maxLength: 3 }),
      hasEllipsis: fc.boolean(),
      alias: fc.option(identifier),
      isBefore: fc.boolean(),
    })
    .map(({ formals, hasEllipsis, alias, isBefore }) => {
      const aliasSide = alias ? (isBefore ? ("before" as const) : ("after" as const)) : null;
      return { kind: "pattern-parameter", ...nowhere, formals, hasEllipsis, alias, aliasSide } as const;
    });
  const parameter = fc.oneof(
    word.map((name) => ({ kind: "identifier-parameter", ...nowhere, name }) as const),
    pattern,
  );
  const operator = fc.constantFrom(
    "+",
    "-",
    "*",
    "/",
    "++",
    "//",
    "==",
    "!=",
    "<",
    ">",
    "<=",
    ">=",
    "&&",
    "||",
    "->",
    "|>",
    "<|",
  );
  const simple: fc.Arbitrary<Expression> = fc.oneof(
    identifier,
    fc.bigInt(0n, 2n ** 63n - 1n).map((value) => ({ kind: "integer", ...nowhere, value }) as const),
    fc.constantFrom(0.5, 1, 1.25, 1000, 1e-7, 3e300).map((value) => ({ kind: "float", ...nowhere, value }) as const),
    fc
      .constantFrom("a", "nixpkgs/lib", "a-b/.c")
      .map((name) => ({ kind: "search-path", ...nowhere, path: name }) as const),
    fc.constantFrom("https://example.org/?a=b", "a:b").map((value) => ({ kind: "uri", ...nowhere, value }) as const),
  );
  const compound: fc.Arbitrary<Expression> = fc.oneof(
    parts(fc.string({ minLength: 1, maxLength: 6 }).map((value) => text(value.replaceAll("\r", "")))).map(
      (list) =>
        ({
          kind: "string",
          ...nowhere,
          parts: list.filter((part) => part.kind !== "text" || part.value !== ""),
        }) as const,
    ),
    parts(
      fc.oneof(
        plainText.map((value) => text(value)),
        fc.constantFrom("$", "''", "\n", "\t", "q").map((value) => text(value, true)),
      ),
    ).map((list) => ({ kind: "indented-string", ...nowhere, parts: list }) as const),
    fc
      .record({
        anchor: fc.constantFrom("file", "root", "home"),
        rest: parts(fc.constantFrom("b", "/b", ".c", "/d/e").map((value) => text(value))),
      })
      .map(({ anchor, rest }) => {
        const first = text({ file: "./a", root: "/a", home: "~/a" }[anchor]);
        return { kind: "path", ...nowhere, anchor, parts: withoutNeighbours([first, ...rest]) } as const;
      }),
    fc.array(sub, { maxLength: 4 }).map((elements) => ({ kind: "list", ...nowhere, elements }) as const),
    fc
      .record({ isRecursive: fc.boolean(), bindings })
      .map((rest) => ({ kind: "attribute-set", ...nowhere, ...rest }) as const),
    bindings.map((list) => ({ kind: "legacy-let", ...nowhere, bindings: list }) as const),
    fc.record({ bindings, body: sub }).map((rest) => ({ kind: "let", ...nowhere, ...rest }) as const),
    fc.record({ scope: sub, body: sub }).map((rest) => ({ kind: "with", ...nowhere, ...rest }) as const),
    fc.record({ condition: sub, body: sub }).map((rest) => ({ kind: "assert", ...nowhere, ...rest }) as const),
    fc
      .record({ condition: sub, consequence: sub, alternative: sub })
      .map((rest) => ({ kind: "if", ...nowhere, ...rest }) as const),
    fc.record({ parameter, body: sub }).map((rest) => ({ kind: "lambda", ...nowhere, ...rest }) as const),
    fc
      .record({ callee: sub, arguments: fc.array(sub, { minLength: 1, maxLength: 3 }) })
      .map((rest) => ({ kind: "application", ...nowhere, ...rest }) as const),
    fc
      .record({ target: sub, path, defaultValue: fc.option(sub) })
      .map((rest) => ({ kind: "selection", ...nowhere, ...rest }) as const),
    fc.record({ target: sub, path }).map((rest) => ({ kind: "has-attribute", ...nowhere, ...rest }) as const),
    fc
      .record({ operator: fc.constantFrom("!", "-"), operand: sub })
      .map((rest) => ({ kind: "unary", ...nowhere, ...rest }) as const),
    fc.record({ operator, left: sub, right: sub }).map((rest) => ({ kind: "binary", ...nowhere, ...rest }) as const),
  );
  return { simple, expression: fc.oneof({ maxDepth: 5, depthSize: "small" }, tie("simple"), compound) };
});

/** The parser never gives two plain texts in a row. */
function withoutNeighbours(parts: readonly StringPart[]): StringPart[] {
  return parts.filter((part, index) => {
    const before = parts[index - 1];
    return part.kind !== "text" || part.isEscape || before?.kind !== "text" || before.isEscape;
  });
}

/** Writes a tree as source text, with parentheses around everything that could need them. */
function write(node: Expression): string {
  switch (node.kind) {
    case "identifier":
      return node.name;
    case "integer":
      return String(node.value);
    case "float":
      return writeFloat(node.value);
    case "string":
      return `"${node.parts.map((part) => (part.kind === "text" ? escaped(part.value) : writeInterpolation(part.expression))).join("")}"`;
    case "indented-string":
      return `''${node.parts.map((part) => (part.kind === "text" ? writeIndentedText(part.value, part.isEscape) : writeInterpolation(part.expression))).join("")}''`;
    case "path":
      return node.parts
        .map((part) => (part.kind === "text" ? part.value : writeInterpolation(part.expression)))
        .join("");
    case "search-path":
      return `<${node.path}>`;
    case "uri":
      return node.value;
    case "list":
      return `[ ${node.elements.map(inBrackets).join(" ")} ]`;
    case "attribute-set":
      return `${node.isRecursive ? "rec " : ""}{ ${writeBindings(node.bindings)} }`;
    case "legacy-let":
      return `let { ${writeBindings(node.bindings)} }`;
    case "let":
      return `let ${writeBindings(node.bindings)} in ${write(node.body)}`;
    case "with":
      return `with ${write(node.scope)}; ${write(node.body)}`;
    case "assert":
      return `assert ${write(node.condition)}; ${write(node.body)}`;
    case "if":
      return `if ${write(node.condition)} then ${write(node.consequence)} else ${write(node.alternative)}`;
    case "lambda":
      return `${writeParameter(node.parameter)}: ${write(node.body)}`;
    case "application":
      return [node.callee, ...node.arguments].map(inBrackets).join(" ");
    case "selection": {
      const selected = `${inBrackets(node.target)}.${writePath(node.path)}`;
      return node.defaultValue ? `${selected} or ${inBrackets(node.defaultValue)}` : selected;
    }
    case "has-attribute":
      return `${inBrackets(node.target)} ? ${writePath(node.path)}`;
    case "unary":
      return `${node.operator}${inBrackets(node.operand)}`;
    case "binary":
      return `${inBrackets(node.left)} ${node.operator} ${inBrackets(node.right)}`;
    case "error":
      return "";
  }
}

function inBrackets(node: Expression): string {
  return `(${write(node)})`;
}

function writeInterpolation(node: Expression): string {
  return `\${${write(node)}}`;
}

function writeFloat(value: number): string {
  const [digits = "", exponent = ""] = value.toExponential().split("e");
  return `${digits.includes(".") ? digits : `${digits}.`}e${exponent}`;
}

function escaped(text: string): string {
  return text.replace(/["\\$]/g, "\\$&");
}

function writeIndentedText(value: string, isEscape: boolean): string {
  if (!isEscape) return value;
  const escapes: Record<string, string> = { $: "''$", "''": "'''", "\n": "''\\n", "\t": "''\\t" };
  return escapes[value] ?? `''\\${value}`;
}

function writeBindings(bindings: readonly Binding[]): string {
  return bindings
    .map((binding) => {
      if (binding.kind === "binding") return `${writePath(binding.path)} = ${write(binding.value)};`;
      const source = binding.source ? inBrackets(binding.source) : "";
      return `inherit ${source} ${binding.names.map((name) => writePath([name])).join(" ")};`;
    })
    .join(" ");
}

function writePath(path: readonly AttributeName[]): string {
  return path
    .map((name) => (name.kind === "static-name" ? `"${escaped(name.name)}"` : writeInterpolation(name.expression)))
    .join(".");
}

function writeParameter(parameter: Extract<Expression, { kind: "lambda" }>["parameter"]): string {
  if (parameter.kind === "identifier-parameter") return parameter.name;
  const formals = parameter.formals.map(({ name, defaultValue }) =>
    defaultValue ? `${name} ? ${write(defaultValue)}` : name,
  );
  const pattern = `{ ${[...formals, ...(parameter.hasEllipsis ? ["..."] : [])].join(" , ")} }`; // A URI would take the comma along.
  if (!parameter.alias) return pattern;
  return parameter.aliasSide === "before"
    ? `${parameter.alias.name}@${pattern}`
    : `${pattern} @ ${parameter.alias.name}`;
}

/** A tree as text without the offsets. */
function shape(node: Expression): string {
  return JSON.stringify(node, (key, value) =>
    key === "start" || key === "end" ? undefined : typeof value === "bigint" ? `${value}n` : value,
  );
}

describe("parseNix, for any input", () => {
  it("reads a written tree back as the same tree, whatever is wrong with its names", () => {
    fc.assert(
      fc.property(expression, (tree) => {
        const { expression: read } = parseNix(write(tree));

        expect(shape(read)).toBe(shape(tree));
      }),
      { numRuns: 1000 },
    );
  });

  it("puts every node inside its parent and behind its elder siblings", () => {
    fc.assert(
      fc.property(expression, (tree) => {
        const source = write(tree);

        walkSyntax(parseNix(source).expression, (node) => {
          let before = node.start;
          for (const child of childrenOf(node)) {
            if (node.kind !== "pattern-parameter") expect(child.start).toBeGreaterThanOrEqual(before);
            expect(child.end).toBeLessThanOrEqual(node.end);
            before = child.end;
          }
          return undefined;
        });
      }),
      { numRuns: 300 },
    );
  });

  const pieces = [
    ..."{}()[];:,.@=<>|&/*#+-!?$'\"\\~_ \n\r\t\0a1é",
    ...[
      "${",
      "''",
      "''$",
      "'''",
      "''\\",
      "...",
      "//",
      "/*",
      "*/",
      "|>",
      "<|",
      "->",
      "++",
      "==",
      "./a",
      "/a/",
      "~/a",
      "a/",
      "<a>",
    ],
    ...[
      "a:b",
      "let ",
      "in ",
      "rec ",
      "inherit ",
      "if ",
      "then ",
      "else ",
      "with ",
      "assert ",
      "or ",
      "let{",
      "\ufeff",
      "\ud800",
    ],
    ...[
      "a.b = 1;",
      "a = {b=1;};",
      "1.5",
      "0.",
      "99999999999999999999",
      "1e9",
      "a.b or ",
      "{a?",
      "{a,...}@b:",
      "{${",
      '"${',
      "''${",
      "./${",
    ],
  ];
  const piece = fc.constantFrom(...pieces);
  const soup = fc.oneof(
    fc.array(piece, { maxLength: 60 }).map((list) => list.join("")),
    fc.array(piece, { maxLength: 20_000, size: "max" }).map((list) => list.join("")),
    // A few pieces again and again find what is slow or deep.
    fc.array(piece, { minLength: 1, maxLength: 4 }).map((list) => list.join("").repeat(lengthMax)),
    fc.uint8Array({ maxLength: lengthMax, size: "max" }).map((bytes) => Buffer.from(bytes).toString("utf8")),
    fc.uint8Array({ maxLength: lengthMax, size: "max" }).map((bytes) => Buffer.from(bytes).toString("latin1")),
  );

  // How long the worst of such texts takes is measured by `npm run bench`.
  it("answers any text up to 64 kB with a tree that is no larger than the text allows", () => {
    fc.assert(
      fc.property(soup, (text) => {
        const source = text.slice(0, lengthMax);
        const { expression: read, errors } = parseNix(source);

        for (const { start: at, end, line, column } of errors) {
          expect(at >= 0 && at <= end && end <= source.length + 1 && line >= 1 && column >= 1).toBe(true);
        }
        let nodes = 0;
        walkSyntax(read, (node: SyntaxNode) => {
          nodes++;
          if (node.start < 0 || node.start > node.end || node.end > source.length) expect(node).toBe("inside the text");
          return undefined;
        });
        expect(nodes).toBeLessThanOrEqual(nodesPerCharacterMax * source.length + 1);
      }),
      { numRuns: 400 },
    );
  });

  it("gives trees that can be printed and checked, however tall", () => {
    fc.assert(
      fc.property(soup, (text) => {
        const { expression: read } = parseNix(text.slice(0, lengthMax));

        expect(printNix(read, { file: "/", home: "/" })).not.toBe("");
        expect(findUndefinedVariables(read).length).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 100 },
    );
  });
});
