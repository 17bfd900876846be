import { stripIndentation } from "./indentation.ts";
import type { Expression } from "./syntax-tree.ts";

/**
 * staticString gives the text of an expression that is a string without evaluation: `"a"`, `''a''`, an unquoted URI.
 *
 * @returns undefined for a string with an interpolation and for every other expression.
 */
export function staticString(expression: Expression): string | undefined {
  if (expression.kind === "uri") return expression.value;
  if (expression.kind !== "string" && expression.kind !== "indented-string") return undefined;
  const parts = expression.kind === "string" ? expression.parts : stripIndentation(expression);
  let text = "";
  for (const part of parts) {
    if (part.kind === "interpolation") return undefined;
    text += part.value;
  }
  return text;
}

/**
 * literalString gives the text of what Nix itself holds as one string literal after parsing. It is narrower than
 * `staticString`: an indented string with an escape is a concatenation to Nix, and so is `"${"a"}"`, but `''${"a"}''`
 * is not. It decides whether an attribute name is static.
 *
 * Source: Nix 2.34, src/libexpr/parser.y (`string_parts`) and parser-state.hh (`stripIndentation`).
 */
export function literalString(expression: Expression): string | undefined {
  let literal = expression;
  for (;;) {
    if (literal.kind !== "indented-string") break;
    const [first, second] = stripIndentation(literal);
    if (!first) return "";
    if (second) return undefined;
    if (first.kind === "text") return first.value;
    literal = first.expression;
  }
  if (literal.kind === "uri") return literal.value;
  if (literal.kind !== "string" || literal.parts.length > 1) return undefined;
  const [text] = literal.parts;
  if (!text) return "";
  return text.kind === "text" ? text.value : undefined;
}
