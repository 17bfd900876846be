import { stripIndentation } from "./indentation.ts";
import { type MergedAttributes, mergeBindings } from "./merge-bindings.ts";
import { literalString } from "./static-string.ts";
import type {
  Application,
  AttributeName,
  BinaryOperation,
  BinaryOperator,
  Expression,
  Lambda,
  PathLiteral,
  PatternParameter,
  StringPart,
  UnaryOperation,
} from "./syntax-tree.ts";

/** PrintFolders are the absolute folders that Nix resolves path literals against while it parses. */
export interface PrintFolders {
  /** The folder of the file, for `./a` and `a/b`. */
  readonly file: string;
  /** The home folder, for `~/a`. */
  readonly home: string;
}

/** What is still to be printed: text, an expression, or the inside of a set. */
type Pending = string | Expression | MergedAttributes;

/**
 * The functions that Nix puts for operators. The order of the two operands, and whether the result is negated, is here
 * too.
 */
const operatorCalls: Partial<Record<BinaryOperator, { name: string; isSwapped: boolean; isNegated: boolean }>> = {
  "-": { name: "__sub", isSwapped: false, isNegated: false },
  "*": { name: "__mul", isSwapped: false, isNegated: false },
  "/": { name: "__div", isSwapped: false, isNegated: false },
  "<": { name: "__lessThan", isSwapped: false, isNegated: false },
  ">": { name: "__lessThan", isSwapped: true, isNegated: false },
  "<=": { name: "__lessThan", isSwapped: true, isNegated: true },
  ">=": { name: "__lessThan", isSwapped: false, isNegated: true },
};

/** Names that Nix prints in quotes. `or` is not among them. */
const reservedNames: ReadonlySet<string> = new Set([
  "if",
  "then",
  "else",
  "assert",
  "with",
  "let",
  "in",
  "rec",
  "inherit",
]);

/**
 * printNix prints a syntax tree in the form of `nix-instantiate --parse`, letter for letter, so that the two can be
 * compared. All that Nix desugars, merges, sorts and resolves while it parses happens here. The result is one line.
 *
 * An `error` node prints as `«error»`. The tree is walked with a list, not by recursion, so its height does not matter.
 *
 * Source: Nix 2.34, src/libexpr/nixexpr.cc (the `show` methods) and src/libexpr/parser.y.
 */
export function printNix(expression: Expression, folders: PrintFolders): string {
  const printed: string[] = [];
  const pending: Pending[] = [expression];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next === "string") {
      printed.push(next);
      continue;
    }
    const items = "kind" in next ? itemsOf(next, folders) : itemsOfAttributes(next);
    for (let i = items.length - 1; i >= 0; i--) {
      const item = items[i];
      if (item !== undefined) pending.push(item);
    }
  }
  return printed.join("");
}

function itemsOf(expression: Expression, folders: PrintFolders): Pending[] {
  switch (expression.kind) {
    case "identifier":
      return [printName(expression.name)];
    case "integer":
      return [expression.value.toString()];
    case "float":
      return [printFloat(expression.value)];
    case "string":
      return itemsOfString(expression.parts);
    case "indented-string": {
      const literal = literalString(expression);
      return literal === undefined ? itemsOfString(stripIndentation(expression)) : [printString(literal)];
    }
    case "path":
      return itemsOfPath(expression, folders);
    case "uri":
      return [printString(expression.value)];
    case "list":
      return ["[ ", ...expression.elements.flatMap((element) => ["(", element, ") "]), "]"];
    case "attribute-set":
      return itemsOfSet(mergeBindings(expression.bindings, expression.isRecursive));
    case "legacy-let":
      return ["(", ...itemsOfSet(mergeBindings(expression.bindings, true)), ").body"];
    case "let":
      return ["(let ", mergeBindings(expression.bindings, false), "in ", expression.body, ")"];
    case "with":
      return ["(with ", expression.scope, "; ", expression.body, ")"];
    case "assert":
      return ["assert ", expression.condition, "; ", expression.body];
    case "if": {
      const { condition, consequence, alternative } = expression;
      return ["(if ", condition, " then ", consequence, " else ", alternative, ")"];
    }
    case "lambda":
      return itemsOfLambda(expression);
    case "selection": {
      const selected = ["(", expression.target, ").", ...itemsOfNames(expression.path)];
      return expression.defaultValue ? [...selected, " or (", expression.defaultValue, ")"] : selected;
    }
    case "has-attribute":
      return ["((", expression.target, ") ? ", ...itemsOfNames(expression.path), ")"];
    case "application":
    case "search-path":
    case "unary":
    case "binary":
      return itemsOfOperation(expression);
    case "error":
      return ["«error»"];
  }
}

function itemsOfOperation(
  expression: Application | UnaryOperation | BinaryOperation | Extract<Expression, { kind: "search-path" }>,
): Pending[] {
  if (expression.kind === "unary" && expression.operator === "!") return ["(! ", expression.operand, ")"];
  const call = callOf(expression);
  if (call) {
    const printed = ["(", ...call.flatMap((item, index) => (index === 0 ? [item] : [" ", item])), ")"];
    const isNegated = expression.kind === "binary" && operatorCalls[expression.operator]?.isNegated;
    return isNegated ? ["(! ", ...printed, ")"] : printed;
  }
  if (expression.kind !== "binary") return [];
  return ["(", expression.left, ` ${expression.operator} `, expression.right, ")"];
}

/**
 * The function and arguments of what Nix holds as a call; null for what it does not. Nix adds an argument to a call
 * that it finds in the place of the function, in parentheses or not: `(a - b) c` is `__sub a b c`, `x |> f y` is `f y
 * x`.
 */
function callOf(expression: Expression): Pending[] | null {
  const trailing: Pending[] = [];
  let callee = expression;
  for (;;) {
    if (callee.kind === "application" && isOldOr(callee)) break;
    if (callee.kind === "application") {
      for (let i = callee.arguments.length - 1; i >= 0; i--) trailing.push(callee.arguments[i] ?? "");
      callee = callee.callee;
    } else if (callee.kind === "binary" && callee.operator === "|>") {
      trailing.push(callee.left);
      callee = callee.right;
    } else if (callee.kind === "binary" && callee.operator === "<|") {
      trailing.push(callee.right);
      callee = callee.left;
    } else break;
  }
  if (callee.kind === "application") return [callee.callee, "or", ...trailing.reverse()];
  const isCallee = trailing.length > 0;
  const builtin = builtinCallOf(callee, isCallee);
  if (!builtin && !isCallee) return null;
  return [...(builtin ?? [callee]), ...trailing.reverse()];
}

/**
 * `f or`, which Nix always makes a call of its own, even when `f` is a call. No other argument is a variable named
 * `or`.
 */
function isOldOr({ arguments: [first, second] }: Application): boolean {
  return first?.kind === "identifier" && first.name === "or" && second === undefined;
}

/** The call that an operator or search path is. A negated comparison is no call when something is applied to it. */
function builtinCallOf(expression: Expression, isCallee: boolean): Pending[] | null {
  if (expression.kind === "search-path") return ["__findFile", "__nixPath", printString(expression.path)];
  if (expression.kind === "unary" && expression.operator === "-") return ["__sub", "0", expression.operand];
  if (expression.kind !== "binary") return null;
  const call = operatorCalls[expression.operator];
  if (!call || (call.isNegated && isCallee)) return null;
  const { left, right } = expression;
  return call.isSwapped ? [call.name, right, left] : [call.name, left, right];
}

function itemsOfString(parts: readonly StringPart[]): Pending[] {
  const [first] = parts;
  if (!first) return ['""'];
  if (parts.length === 1 && first.kind === "text") return [printString(first.value)];
  return ["(", ...joined(parts.map(itemOfPart), " + "), ")"];
}

function itemOfPart(part: StringPart): Pending {
  return part.kind === "text" ? printString(part.value) : part.expression;
}

function itemsOfPath(path: PathLiteral, folders: PrintFolders): Pending[] {
  const [first, ...rest] = path.parts;
  const written = first?.kind === "text" ? first.value : "";
  const resolved = resolvePath(written, path.anchor, folders);
  if (rest.length === 0) return [resolved];
  return ["(", ...joined([resolved, ...rest.map(itemOfPart)], " + "), ")"];
}

/** Nix resolves `.` and `..`, but not below the home folder, and keeps a slash at the end. */
function resolvePath(written: string, anchor: PathLiteral["anchor"], folders: PrintFolders): string {
  if (anchor === "home") return folders.home + written.slice(1);
  const names: string[] = [];
  for (const name of `${anchor === "file" ? folders.file : ""}/${written}`.split("/")) {
    if (name === "..") names.pop();
    else if (name !== "" && name !== ".") names.push(name);
  }
  return `/${names.join("/")}${written.length > 1 && written.endsWith("/") ? "/" : ""}`;
}

function itemsOfSet(attributes: MergedAttributes): Pending[] {
  return [attributes.isRecursive ? "rec { " : "{ ", attributes, "}"];
}

function itemsOfAttributes({ attributes, dynamic, inheritSources }: MergedAttributes): Pending[] {
  const names = [...attributes.keys()].sort(compareBytes);
  const inherited: string[] = [];
  const inheritedFrom: string[][] = inheritSources.map(() => []);
  const plain: Pending[] = [];
  for (const name of names) {
    const attribute = attributes.get(name);
    if (attribute?.kind === "inherited") inherited.push(` ${printName(name)}`);
    else if (attribute?.kind === "inherited-from") inheritedFrom[attribute.sourceIndex]?.push(` ${printName(name)}`);
    else if (attribute?.kind === "value") plain.push(`${printName(name)} = `, attribute.value, "; ");
    else if (attribute) plain.push(`${printName(name)} = `, ...itemsOfSet(attribute.attributes), "; ");
  }
  const items: Pending[] = inherited.length > 0 ? ["inherit", ...inherited, "; "] : [];
  for (const [index, source] of inheritSources.entries()) {
    const from = inheritedFrom[index] ?? [];
    if (from.length > 0) items.push("inherit (", source, ")", ...from, "; ");
  }
  for (const item of plain) items.push(item);
  for (const { name, value } of dynamic) {
    items.push('"${', name, '}" = ');
    if ("kind" in value) items.push(value, "; ");
    else items.push(...itemsOfSet(value), "; ");
  }
  return items;
}

function itemsOfLambda({ parameter, body }: Lambda): Pending[] {
  if (parameter.kind === "identifier-parameter") return ["(", printName(parameter.name), ": ", body, ")"];
  const alias = parameter.alias ? ` @ ${printName(parameter.alias.name)}` : "";
  return ["({ ", ...itemsOfFormals(parameter), ` }${alias}: `, body, ")"];
}

function itemsOfFormals({ formals, hasEllipsis }: PatternParameter): Pending[] {
  const sorted = formals.toSorted((a, b) => compareBytes(a.name, b.name));
  const items: Pending[] = [];
  for (const { name, defaultValue } of sorted) {
    if (items.length > 0) items.push(", ");
    items.push(printName(name));
    if (defaultValue) items.push(" ? ", defaultValue);
  }
  if (hasEllipsis) items.push(items.length > 0 ? ", ..." : "...");
  return items;
}

function itemsOfNames(path: readonly AttributeName[]): Pending[] {
  return path.flatMap((name, index): Pending[] => {
    const dot = index === 0 ? "" : ".";
    return name.kind === "static-name" ? [dot + printName(name.name)] : [`${dot}"\${`, name.expression, '}"'];
  });
}

function joined(items: readonly Pending[], separator: string): Pending[] {
  return items.flatMap((item, index) => (index === 0 ? [item] : [separator, item]));
}

function printName(name: string): string {
  return /^[a-zA-Z_][a-zA-Z0-9_'-]*$/.test(name) && !reservedNames.has(name) ? name : quoteName(name);
}

function quoteName(name: string): string {
  return reservedNames.has(name) ? `"${name}"` : printString(name);
}

/** printString writes a string literal as Nix shows it. */
function printString(text: string): string {
  return `"${text.replace(/["\\\n\r\t]|\$(?=\{)/g, (character) => escapes[character] ?? `\\${character}`)}"`;
}

const escapes: Record<string, string> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** C++ streams print six significant digits, `printf`'s `%g`. */
function printFloat(value: number): string {
  if (value === 0) return "0";
  const [digits = "", exponent = "0"] = value.toExponential(5).split("e");
  const power = Number(exponent);
  if (power >= -4 && power < 6) return String(Number(value.toPrecision(6)));
  const sign = power < 0 ? "-" : "+";
  return `${Number(digits)}e${sign}${String(Math.abs(power)).padStart(2, "0")}`;
}

/** Nix sorts names by their UTF-8 bytes, which is the order of code points, not of UTF-16 units. */
function compareBytes(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    if (a.charCodeAt(i) !== b.charCodeAt(i)) return codePointRank(a.charCodeAt(i)) - codePointRank(b.charCodeAt(i));
  }
  return a.length - b.length;
}

/** Surrogates stand for the code points behind all others. */
function codePointRank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
