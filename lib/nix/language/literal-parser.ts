import type { Expression, Interpolation, PathLiteral, StringLiteral, StringPart } from "./syntax-tree.ts";
import { Token } from "./token.ts";
import { TokenReader } from "./token-reader.ts";

/** int64Digits: no signed 64-bit integer has more digits. */
const int64Digits = 19;
const int64Max = 2n ** 63n - 1n;
/** Below this Nix's `strtod` reports a range error. */
const smallestNormalDouble = 2.2250738585072014e-308;

/** LiteralParser reads numbers, strings and paths. */
export abstract class LiteralParser extends TokenReader {
  protected parseInteger(): Expression {
    const start = this.tokenStart;
    const digits = this.text.slice(start, this.tokenEnd).replace(/^0+(?=\d)/, "");
    let value = digits.length > int64Digits ? int64Max + 1n : BigInt(digits);
    if (value > int64Max) {
      this.problem(`invalid integer '${digits.slice(0, 40)}'`, start, this.tokenEnd);
      value = 0n;
    }
    this.next();
    return { kind: "integer", start, end: this.previousEnd, value };
  }

  protected parseFloat(): Expression {
    const start = this.tokenStart;
    const written = this.text.slice(start, this.tokenEnd);
    const value = Number(written);
    const isOutOfRange =
      value < smallestNormalDouble ? /^[^eE]*[1-9]/.test(written) : value === Number.POSITIVE_INFINITY;
    if (isOutOfRange) this.problem(`invalid float '${written.slice(0, 40)}'`, start, this.tokenEnd);
    this.next();
    return { kind: "float", start, end: this.previousEnd, value: isOutOfRange ? 0 : value };
  }

  protected parseString(): StringLiteral {
    const start = this.tokenStart;
    const parts: StringPart[] = [];
    for (;;) {
      const textStart = this.position;
      this.scanStringText();
      if (this.position > textStart) {
        parts.push({ kind: "text", start: textStart, end: this.position, value: this.textValue, isEscape: false });
      }
      if (this.startsInterpolation()) {
        parts.push(this.#parseInterpolation());
        continue;
      }
      if (this.isEnd(this.position)) this.problem("this string is never closed", start, start + 1);
      else this.position++;
      this.#continueAfterText();
      return { kind: "string", start, end: this.previousEnd, parts };
    }
  }

  protected parseIndentedString(): Expression {
    const start = this.tokenStart;
    const parts: StringPart[] = [];
    for (;;) {
      const textStart = this.position;
      if (this.scanIndentedText()) {
        const isEscape = this.textIsEscape;
        parts.push({ kind: "text", start: textStart, end: this.position, value: this.textValue, isEscape });
      } else if (this.startsInterpolation()) parts.push(this.#parseInterpolation());
      else {
        if (this.isEnd(this.position) || this.isEnd(this.position + 1)) {
          this.problem("this indented string is never closed", start, start + 2);
          this.position = this.text.length - 1;
        } else this.position += 2;
        this.#continueAfterText();
        return { kind: "indented-string", start, end: this.previousEnd, parts };
      }
    }
  }

  /** Behind the text of a string or path: the next token, with the end of the literal as the previous one. */
  #continueAfterText(): void {
    this.tokenEnd = this.position;
    this.next();
  }

  /** From `${` to behind its `}`, where text goes on. */
  #parseInterpolation(): Interpolation {
    const start = this.position;
    this.position += 2;
    this.next();
    const expression = this.parseExpression();
    while (this.token !== Token.closeBrace && this.token !== Token.endOfFile) {
      this.unexpected("'}'");
      this.skipOne();
    }
    if (this.token === Token.endOfFile) this.unexpected("'}'");
    // `position` is already behind the `}`, and no further: text comes next, not a token.
    return { kind: "interpolation", start, end: this.tokenEnd, expression };
  }

  protected parsePath(): PathLiteral {
    const start = this.tokenStart;
    const value = this.text.slice(start, this.tokenEnd);
    const anchor = this.token === Token.homePath ? "home" : value.startsWith("/") ? "root" : "file";
    const parts: StringPart[] = [{ kind: "text", start, end: this.tokenEnd, value, isEscape: false }];
    let endsInSlash = value.endsWith("/");
    let isInterpolated = false;
    for (;;) {
      const textStart = this.position;
      if (this.startsInterpolation()) {
        parts.push(this.#parseInterpolation());
        isInterpolated = true;
        endsInSlash = false;
      } else if (this.scanPathText()) {
        // Nix's grammar allows `/a//b${c}`, but neither `/a//b` nor `/a///b${c}`.
        if (!isInterpolated && (parts.length > 1 || !this.startsInterpolation())) {
          this.problem("a path cannot have an empty segment", textStart, this.position);
        }
        parts.push({ kind: "text", start: textStart, end: this.position, value: this.textValue, isEscape: false });
        endsInSlash = this.textValue.endsWith("/");
      } else break;
    }
    if (endsInSlash) this.problem("a path cannot end in a slash", this.position - 1, this.position);
    this.#continueAfterText();
    return { kind: "path", start, end: this.previousEnd, anchor, parts };
  }
}
