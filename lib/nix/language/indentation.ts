import type { IndentedString, StringPart } from "./syntax-tree.ts";

/** indentMax is the indentation that Nix takes for "no line has any text". */
const indentMax = 1_000_000;

const space = 32;
const lineFeed = 10;

/**
 * stripIndentation gives the parts of the string that an indented string means: the indentation that all lines share is
 * gone, a last line of spaces is dropped, empty texts are left out. Tabs are no indentation, as in Nix. Texts are not
 * joined, so that printing can show the same parts as Nix.
 *
 * Source: Nix 2.34, src/libexpr/include/nix/expr/parser-state.hh (`stripIndentation`).
 */
export function stripIndentation(string: IndentedString): readonly StringPart[] {
  const indent = commonIndent(string.parts);
  const stripped: StringPart[] = [];
  let atLineStart = true;
  let dropped = 0;
  for (const [index, part] of string.parts.entries()) {
    if (part.kind === "interpolation") {
      atLineStart = false;
      dropped = 0;
      stripped.push(part);
      continue;
    }
    const text = part.value;
    let value = "";
    let copied = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === lineFeed) {
        atLineStart = true;
        dropped = 0;
      } else if (atLineStart && code === space) {
        if (dropped++ < indent) {
          value += text.slice(copied, i);
          copied = i + 1;
        }
      } else if (atLineStart) {
        atLineStart = false;
        dropped = 0;
      }
    }
    value += text.slice(copied);
    if (index === string.parts.length - 1) value = withoutBlankLastLine(value);
    if (value !== "") stripped.push({ ...part, value });
  }
  return stripped;
}

/** The least indentation of the lines that have any text; interpolations and escapes count as text. */
function commonIndent(parts: readonly StringPart[]): number {
  let least = indentMax;
  let current = 0;
  let atLineStart = true;
  for (const part of parts) {
    if (part.kind === "interpolation" || part.isEscape) {
      if (atLineStart) least = Math.min(least, current);
      atLineStart = false;
      continue;
    }
    const text = part.value;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === lineFeed) {
        atLineStart = true;
        current = 0;
      } else if (atLineStart && code === space) current++;
      else if (atLineStart) {
        atLineStart = false;
        least = Math.min(least, current);
      }
    }
  }
  return least;
}

function withoutBlankLastLine(value: string): string {
  const lastLine = value.lastIndexOf("\n") + 1;
  if (lastLine === 0) return value;
  for (let i = lastLine; i < value.length; i++) if (value.charCodeAt(i) !== space) return value;
  return value.slice(0, lastLine);
}
