import {
  characterClasses as classes,
  isBlank,
  isDigit,
  isIdentifierPart,
  isIdentifierStart,
  isPathCharacter,
  isUriCharacter,
} from "./characters.ts";
import { keywords, Token } from "./token.ts";

const quote = 34;
const hash = 35;
const dollar = 36;
const apostrophe = 39;
const asterisk = 42;
const plus = 43;
const minus = 45;
const dot = 46;
const slash = 47;
const zero = 48;
const colon = 58;
const less = 60;
const equals = 61;
const greater = 62;
const backslash = 92;
const underscore = 95;
const openBrace = 123;
const pipe = 124;

/** Tokens of one character that begin no longer token. */
const singleTokens: ReadonlyMap<string, number> = new Map([
  ["*", Token.times],
  ["?", Token.question],
  ["{", Token.openBrace],
  ["}", Token.closeBrace],
  ["(", Token.openParenthesis],
  [")", Token.closeParenthesis],
  ["[", Token.openBracket],
  ["]", Token.closeBracket],
  [";", Token.semicolon],
  [":", Token.colon],
  [",", Token.comma],
  ["@", Token.at],
]);
const singleTokenOf = Uint8Array.from({ length: 0x10000 }, (_, code) =>
  code < 128 ? (singleTokens.get(String.fromCharCode(code)) ?? Token.invalid) : Token.invalid,
);

/** Lengths of the keywords are 2 to 7; nothing else is looked up. */
const keywordLengthMax = 7;

/**
 * Scanner cuts a source into tokens exactly as Nix's lexer does: the longest match wins, so `a/b` is a path, `a:b` a
 * URI and `a.5` the application of `a` to a float. It reads each character a bounded number of times, whatever the
 * input.
 *
 * `next` moves to the following token. Texts inside strings and paths are read by their own methods, which the parser
 * calls when it stands after the opening token or after the `}` of an interpolation.
 *
 * Source: Nix 2.34, src/libexpr/lexer.l.
 */
export class Scanner {
  /** The source with a NUL behind it: a NUL ends the scan, as it does in Nix, and no look-up falls behind the end. */
  protected readonly text: string;
  /** Where the next token is looked for. */
  protected position = 0;
  protected token: number = Token.endOfFile;
  protected tokenStart = 0;
  protected tokenEnd = 0;
  /** End of the token before the present one. */
  protected previousEnd = 0;
  /** The unescaped text that the last `scan…Text` read. */
  protected textValue = "";
  protected textIsEscape = false;

  // The last run of path characters looked at, so that `a.a.a…` is not searched for a slash again at each dot.
  #runStart = 0;
  #runEnd = 0;
  #runLastUnderscore = -1;

  constructor(source: string) {
    this.text = `${source}\0`;
  }

  /** problem is told of what the lexer itself refuses; the parser records it. */
  protected problem(_message: string, _start: number, _end: number): void {}

  protected next(): void {
    this.previousEnd = this.tokenEnd;
    this.#skipBlanks();
    this.tokenStart = this.position;
    this.token = this.#scanToken(this.position);
    this.tokenEnd = this.position;
  }

  #skipBlanks(): void {
    const text = this.text;
    let p = this.position;
    for (;;) {
      const code = text.charCodeAt(p);
      if (((classes[code] ?? 0) & isBlank) !== 0) p++;
      else if (code === hash) {
        p++;
        for (let c = text.charCodeAt(p); c !== 10 && c !== 13; c = text.charCodeAt(++p)) {
          if (c === 0 && p >= text.length - 1) break;
        }
      } else if (code === slash && text.charCodeAt(p + 1) === asterisk) {
        const end = text.indexOf("*/", p + 2);
        if (end < 0) {
          this.problem("this comment is never closed with '*/'", p, p + 2);
          p = text.length - 1;
        } else p = end + 2;
      } else break;
    }
    this.position = p;
  }

  /** Reads the token at `p`, moves `position` behind it and gives its kind. */
  #scanToken(p: number): number {
    const text = this.text;
    const code = text.charCodeAt(p);
    const bits = classes[code] ?? 0;
    if ((bits & isIdentifierStart) !== 0) return this.#scanWord(p);
    if ((bits & isDigit) !== 0) return this.#scanNumber(p);
    const following = code === 0 ? 0 : text.charCodeAt(p + 1);
    switch (code) {
      case 0:
        return Token.endOfFile;
      case quote:
        return this.#accept(p + 1, Token.quote);
      case equals:
        return following === equals ? this.#accept(p + 2, Token.equal) : this.#accept(p + 1, Token.assign);
      case dot:
        return this.#scanDot(p, following);
      case apostrophe:
        return following === apostrophe ? this.#openIndentedString(p) : this.#accept(p + 1, Token.invalid);
      case dollar:
        return following === openBrace
          ? this.#accept(p + 2, Token.openInterpolation)
          : this.#accept(p + 1, Token.invalid);
      case slash:
        if (following === slash) return this.#accept(p + 2, Token.update);
        return this.#startsPath(p) ? this.#scanPath(p) : this.#accept(p + 1, Token.divide);
      case plus:
        if (this.#startsPath(p)) return this.#scanPath(p);
        return following === plus ? this.#accept(p + 2, Token.concat) : this.#accept(p + 1, Token.plus);
      case minus:
        if (this.#startsPath(p)) return this.#scanPath(p);
        return following === greater ? this.#accept(p + 2, Token.implies) : this.#accept(p + 1, Token.minus);
      case less:
        return this.#scanLess(p, following);
      case greater:
        return following === equals ? this.#accept(p + 2, Token.greaterOrEqual) : this.#accept(p + 1, Token.greater);
      case 33: // !
        return following === equals ? this.#accept(p + 2, Token.notEqual) : this.#accept(p + 1, Token.not);
      case 38: // &
        return following === 38 ? this.#accept(p + 2, Token.and) : this.#accept(p + 1, Token.invalid);
      case pipe:
        if (following === pipe) return this.#accept(p + 2, Token.or);
        return following === greater ? this.#accept(p + 2, Token.pipeInto) : this.#accept(p + 1, Token.invalid);
      case 126: // ~
        return this.#scanHomePath(p);
      default:
        return this.#accept(p + 1, singleTokenOf[code] ?? Token.invalid);
    }
  }

  #accept(end: number, token: number): number {
    this.position = end;
    return token;
  }

  #scanWord(start: number): number {
    const text = this.text;
    let p = start + 1;
    let code = text.charCodeAt(p);
    while (((classes[code] ?? 0) & isIdentifierPart) !== 0) code = text.charCodeAt(++p);
    if (code === dot || code === slash || code === colon || code === plus) {
      if (this.#startsPath(start)) return this.#scanPath(start);
      if (this.#startsUri(start)) return this.#scanUri();
    }
    this.position = p;
    if (p - start <= keywordLengthMax) {
      const first = text.charCodeAt(start);
      // i t e a w l r o: the first letters of the keywords.
      if (
        first === 105 ||
        first === 116 ||
        first === 101 ||
        first === 97 ||
        first === 119 ||
        first === 108 ||
        first === 114 ||
        first === 111
      ) {
        return keywords.get(text.slice(start, p)) ?? Token.identifier;
      }
    }
    return Token.identifier;
  }

  #scanNumber(start: number): number {
    const text = this.text;
    let p = start + 1;
    while (((classes[text.charCodeAt(p)] ?? 0) & isDigit) !== 0) p++;
    const code = text.charCodeAt(p);
    if (code !== slash && ((classes[code] ?? 0) & isPathCharacter) === 0) return this.#accept(p, Token.integer);
    if (this.#startsPath(start)) return this.#scanPath(start);
    if (code !== dot) return this.#accept(p, Token.integer);
    const startsWithZero = text.charCodeAt(start) === zero;
    // `0.5` is a float, `00.5` the integers `00` and then `.5`; `1.` is a float, `0.` is not.
    if (startsWithZero && (p !== start + 1 || !this.#isDigitAt(p + 1))) return this.#accept(p, Token.integer);
    return this.#scanFraction(p);
  }

  /** Reads the rest of a float from its dot on. */
  #scanFraction(dotAt: number): number {
    const text = this.text;
    let p = dotAt + 1;
    while (this.#isDigitAt(p)) p++;
    const code = text.charCodeAt(p);
    if (code === 69 || code === 101) {
      let exponent = p + 1;
      const sign = text.charCodeAt(exponent);
      if (sign === plus || sign === minus) exponent++;
      if (this.#isDigitAt(exponent)) {
        p = exponent + 1;
        while (this.#isDigitAt(p)) p++;
      }
    }
    return this.#accept(p, Token.float);
  }

  #isDigitAt(p: number): boolean {
    return ((classes[this.text.charCodeAt(p)] ?? 0) & isDigit) !== 0;
  }

  #scanDot(p: number, following: number): number {
    if (following === slash || ((classes[following] ?? 0) & isPathCharacter) !== 0) {
      if (this.#startsPath(p)) return this.#scanPath(p);
      if (this.#isDigitAt(p + 1)) return this.#scanFraction(p);
      if (following === dot && this.text.charCodeAt(p + 2) === dot) return this.#accept(p + 3, Token.ellipsis);
    }
    return this.#accept(p + 1, Token.dot);
  }

  #scanLess(p: number, following: number): number {
    const end = this.#endOfSearchPath(p);
    if (end > 0) return this.#accept(end, Token.searchPath);
    if (following === equals) return this.#accept(p + 2, Token.lessOrEqual);
    return following === pipe ? this.#accept(p + 2, Token.pipeFrom) : this.#accept(p + 1, Token.less);
  }

  /** The offset behind `<a/b>` at `p`, or 0 when there is none. */
  #endOfSearchPath(start: number): number {
    const text = this.text;
    let p = start;
    do {
      const segment = p + 1;
      p = this.#skipPathCharacters(segment);
      if (p === segment) return 0;
    } while (text.charCodeAt(p) === slash);
    return text.charCodeAt(p) === greater ? p + 1 : 0;
  }

  #skipPathCharacters(p: number): number {
    const text = this.text;
    let end = p;
    while (((classes[text.charCodeAt(end)] ?? 0) & isPathCharacter) !== 0) end++;
    return end;
  }

  /** Makes the remembered run the one that `start` lies in. */
  #findRun(start: number): void {
    if (start >= this.#runStart && start < this.#runEnd) return;
    const text = this.text;
    let p = start;
    let lastUnderscore = -1;
    for (let code = text.charCodeAt(p); ((classes[code] ?? 0) & isPathCharacter) !== 0; code = text.charCodeAt(++p)) {
      if (code === underscore) lastUnderscore = p;
    }
    this.#runStart = start;
    this.#runEnd = p;
    this.#runLastUnderscore = lastUnderscore;
  }

  #startsPath(start: number): boolean {
    this.#findRun(start);
    return this.#continuesPath(this.#runEnd);
  }

  /** Whether a slash at `p` goes on with a path segment or an interpolation. */
  #continuesPath(p: number): boolean {
    const text = this.text;
    if (text.charCodeAt(p) !== slash) return false;
    const code = text.charCodeAt(p + 1);
    return ((classes[code] ?? 0) & isPathCharacter) !== 0 || (code === dollar && text.charCodeAt(p + 2) === openBrace);
  }

  #scanPath(start: number): number {
    this.#findRun(start);
    this.position = this.#endOfSegments(this.#runEnd);
    return Token.path;
  }

  /** The offset behind `/a/b`, with one slash more if there is one; `p` is at the first slash. */
  #endOfSegments(start: number): number {
    const text = this.text;
    let p = start;
    while (text.charCodeAt(p) === slash && ((classes[text.charCodeAt(p + 1)] ?? 0) & isPathCharacter) !== 0) {
      p = this.#skipPathCharacters(p + 1);
    }
    return text.charCodeAt(p) === slash ? p + 1 : p;
  }

  #scanHomePath(p: number): number {
    if (!this.#continuesPath(p + 1)) return this.#accept(p + 1, Token.invalid);
    this.position = this.#endOfSegments(p + 1);
    return Token.homePath;
  }

  /** A scheme has no underscore and begins with a letter; the rest of its characters are path characters. */
  #startsUri(start: number): boolean {
    const end = this.#runEnd;
    if (this.text.charCodeAt(end) !== colon || this.#runLastUnderscore >= start) return false;
    return ((classes[this.text.charCodeAt(end + 1)] ?? 0) & isUriCharacter) !== 0;
  }

  #scanUri(): number {
    let p = this.#runEnd + 2;
    while (((classes[this.text.charCodeAt(p)] ?? 0) & isUriCharacter) !== 0) p++;
    return this.#accept(p, Token.uri);
  }

  /** Like Nix, the opening swallows spaces and a line feed behind it. */
  #openIndentedString(start: number): number {
    let p = start + 2;
    while (this.text.charCodeAt(p) === 32) p++;
    return this.#accept(this.text.charCodeAt(p) === 10 ? p + 1 : start + 2, Token.indentedQuote);
  }

  /** The end of the source is a NUL that no character follows; Nix refuses any other NUL in a string. */
  protected isEnd(p: number): boolean {
    return p >= this.text.length - 1;
  }

  /**
   * scanStringText reads the text of a `"…"` string from `position` to the quote, interpolation or end of file that
   * ends it, and leaves it, unescaped and with line ends made LF, in `textValue`.
   */
  protected scanStringText(): void {
    const text = this.text;
    let p = this.position;
    let value = "";
    let copied = p;
    for (;;) {
      const code = text.charCodeAt(p);
      if (code === quote) break;
      if (code === dollar) {
        const following = text.charCodeAt(p + 1);
        if (following === openBrace) break;
        // `$$` is two dollars, so that the second opens no interpolation. A backslash or a CR has its own meaning.
        p += following === quote || following === backslash || following === 13 || following === 0 ? 1 : 2;
      } else if (code === backslash) {
        if (this.isEnd(p + 1)) {
          p++;
          break;
        }
        value += text.slice(copied, p) + unescaped(text.charCodeAt(p + 1));
        p += 2;
        copied = p;
      } else if (code === 13) {
        value += `${text.slice(copied, p)}\n`;
        p += text.charCodeAt(p + 1) === 10 ? 2 : 1;
        copied = p;
      } else if (code === 0) {
        if (this.isEnd(p)) break;
        this.problem("a string cannot hold a NUL byte", p, p + 1);
        p++;
      } else p++;
    }
    this.textValue = copied === this.position ? text.slice(copied, p) : value + text.slice(copied, p);
    this.position = p;
  }

  /**
   * scanIndentedText reads one text token of a `''…''` string at `position` as Nix's lexer cuts them: plain text, or
   * one escape. It gives false, and reads nothing, before the closing quotes, an interpolation or the end of the file.
   */
  protected scanIndentedText(): boolean {
    const text = this.text;
    const start = this.position;
    this.textIsEscape = false;
    const plainEnd = this.#endOfPlainIndentedText(start);
    if (plainEnd > start) return this.#acceptText(text.slice(start, plainEnd), plainEnd);
    if (this.isEnd(start)) return false;
    this.textIsEscape = true;
    const following = text.charCodeAt(start + 1);
    if (text.charCodeAt(start) === dollar) {
      return following === openBrace ? false : this.#acceptText("$", start + 1);
    }
    if (following !== apostrophe) return this.#acceptText("'", start + 1);
    const third = text.charCodeAt(start + 2);
    if (third === dollar) return this.#acceptText("$", start + 3);
    if (third === apostrophe) return this.#acceptText("''", start + 3);
    if (third !== backslash || this.isEnd(start + 3)) return false;
    return this.#acceptText(this.#unescapeIndented(start + 3), this.position);
  }

  /** Nix reads exactly one character behind `''\`; a CR there stays one. */
  #unescapeIndented(p: number): string {
    const code = this.text.charCodeAt(p);
    if (code === 0) this.problem("a string cannot hold a NUL byte", p, p + 1);
    this.position = p + 1;
    return unescaped(code);
  }

  #acceptText(value: string, end: number): boolean {
    this.textValue = value;
    this.position = end;
    return true;
  }

  /** A dollar or an apostrophe takes the character behind it along, unless the two together mean something. */
  #endOfPlainIndentedText(start: number): number {
    const text = this.text;
    let p = start;
    for (;;) {
      const code = text.charCodeAt(p);
      if (code === dollar || code === apostrophe) {
        const following = text.charCodeAt(p + 1);
        if (following === apostrophe || following === (code === dollar ? openBrace : dollar)) return p;
        if (this.isEnd(p + 1)) return p;
        if (following === 0) this.problem("a string cannot hold a NUL byte", p + 1, p + 2);
        p += 2;
      } else if (code === 0) {
        if (this.isEnd(p)) return p;
        this.problem("a string cannot hold a NUL byte", p, p + 1);
        p++;
      } else p++;
    }
  }

  /**
   * scanPathText reads one text token of a path behind its first part; false when the path ends or an interpolation
   * follows.
   */
  protected scanPathText(): boolean {
    const start = this.position;
    const run = this.#skipPathCharacters(start);
    const end = this.text.charCodeAt(run) === slash ? this.#endOfSegments(run) : run;
    if (end === start) return false;
    return this.#acceptText(this.text.slice(start, end), end);
  }

  protected startsInterpolation(): boolean {
    return this.text.charCodeAt(this.position) === dollar && this.text.charCodeAt(this.position + 1) === openBrace;
  }
}

function unescaped(code: number): string {
  if (code === 110) return "\n";
  if (code === 114) return "\r";
  if (code === 116) return "\t";
  return String.fromCharCode(code);
}
