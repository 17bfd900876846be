import { Scanner } from "./scanner.ts";
import type { ErrorExpression, Expression, Identifier, Span } from "./syntax-tree.ts";
import { Token } from "./token.ts";

/**
 * problemsMax bounds how many problems are kept, but for the one that ends the parse: a file with a hundred problems is
 * no Nix file, and more would not help anybody.
 */
export const problemsMax = 100;

/** FoundProblem is a problem without its line and column. */
export interface FoundProblem extends Span {
  readonly message: string;
}

/**
 * TokenReader is what all rules of the grammar share: it records problems, bounds the depth, and finds a place to go on
 * behind what could not be understood. The classes above it add the rules, each layer those that the next is made of.
 *
 * One method per rule: it stands on its first token when it is called and behind its last when it returns.
 */
export abstract class TokenReader extends Scanner {
  readonly problems: FoundProblem[] = [];
  protected depth = 0;
  readonly #depthMax: number;
  #isAborted = false;
  #lastProblemStart = -1;

  constructor(source: string, depthMax: number) {
    super(source);
    this.#depthMax = depthMax;
  }

  /** Any expression. */
  protected abstract parseExpression(): Expression;

  /** An expression of one token or within brackets. */
  protected abstract parseSimple(): Expression;

  protected override problem(message: string, start: number, end: number): void {
    // A second problem at the same place is a consequence of the first.
    if (this.#isAborted || start <= this.#lastProblemStart || this.problems.length >= problemsMax) return;
    this.#lastProblemStart = start;
    this.problems.push({ message, start, end });
  }

  /** A problem that lies before where the parser stands, so that it says nothing about what follows. */
  protected earlierProblem(message: string, start: number, end: number): void {
    if (!this.#isAborted && this.problems.length < problemsMax) this.problems.push({ message, start, end });
  }

  protected unexpected(expected: string): void {
    this.problem(`unexpected ${this.#describeToken()}, expected ${expected}`, this.tokenStart, this.tokenEnd);
  }

  #describeToken(): string {
    if (this.token === Token.endOfFile) return "end of file";
    const written = this.text.slice(this.tokenStart, Math.min(this.tokenEnd, this.tokenStart + 40));
    return this.token === Token.quote ? "string" : `'${written}'`;
  }

  /** Goes to the end of the file, so that every rule that is under way comes to an end. */
  #abort(message: string): void {
    // Recorded whatever was before: without it the tree would look whole.
    this.problems.push({ message, start: this.tokenStart, end: this.tokenEnd });
    this.#isAborted = true;
    this.position = this.text.length - 1;
    this.next();
  }

  /** Goes one level down, or ends the parse when that is one too many. */
  protected descend(): boolean {
    if (this.depth < this.#depthMax) {
      this.depth++;
      return true;
    }
    this.#abort(`brackets are nested more than ${this.#depthMax} levels deep; the rest of the file is not read`);
    return false;
  }

  protected expect(token: number, name: string): boolean {
    if (this.token === token) {
      this.next();
      return true;
    }
    this.unexpected(name);
    return false;
  }

  protected missing(): ErrorExpression {
    return { kind: "error", start: this.tokenStart, end: this.tokenStart };
  }

  protected parseIdentifier(): Identifier {
    const start = this.tokenStart;
    const end = this.tokenEnd;
    this.next();
    return { kind: "identifier", start, end, name: this.text.slice(start, end) };
  }

  /**
   * Skips what could not be understood, whole brackets and strings at a time, up to the end of the binding: behind
   * `;`, or before a bracket that closes what is around it.
   */
  protected skipToSemicolon(): void {
    let open = 0;
    for (;;) {
      switch (this.token) {
        case Token.endOfFile:
          return;
        case Token.semicolon:
          this.next();
          if (open === 0) return;
          continue;
        case Token.openBrace:
        case Token.openBracket:
        case Token.openParenthesis:
        case Token.openInterpolation:
          open++;
          break;
        case Token.closeBrace:
        case Token.closeBracket:
        case Token.closeParenthesis:
          if (open === 0) return;
          open--;
          break;
        case Token.inKeyword:
        case Token.inheritKeyword:
          if (open === 0) return;
          break;
        case Token.quote:
        case Token.indentedQuote:
        case Token.path:
        case Token.homePath:
          this.skipOne();
          continue;
      }
      this.next();
    }
  }

  /** Skips one token, or one whole string, bracket or path. What is skipped may be nested too deeply as well. */
  protected skipOne(): void {
    if (startsSimple[this.token] !== 1) this.next();
    else if (this.descend()) {
      this.parseSimple();
      this.depth--;
    }
  }
}

/** startsSimple has 1 for the tokens that an operand of an application, or an element of a list, begins with. */
export const startsSimple = new Uint8Array(64);
for (const token of [
  Token.identifier,
  Token.integer,
  Token.float,
  Token.quote,
  Token.indentedQuote,
  Token.path,
  Token.homePath,
  Token.searchPath,
  Token.uri,
  Token.openBrace,
  Token.openParenthesis,
  Token.openBracket,
  Token.letKeyword,
  Token.recKeyword,
]) {
  startsSimple[token] = 1;
}

/** startsName tells whether a token begins an attribute name. */
export function startsName(token: number): boolean {
  return (
    token === Token.identifier ||
    token === Token.quote ||
    token === Token.openInterpolation ||
    token === Token.orKeyword
  );
}

/** endsBracket tells whether an unclosed `(` or `[` is given up at this token. */
export function endsBracket(token: number): boolean {
  return (
    token === Token.closeParenthesis ||
    token === Token.closeBracket ||
    token === Token.closeBrace ||
    token === Token.semicolon ||
    token === Token.assign ||
    token === Token.inKeyword ||
    token === Token.endOfFile
  );
}
