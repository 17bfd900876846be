import { SetParser } from "./set-parser.ts";
import type { AttributeName, Expression } from "./syntax-tree.ts";
import { Token } from "./token.ts";
import { endsBracket, startsSimple } from "./token-reader.ts";

/** OperandParser reads what stands between operators: literals, brackets, selections and applications. */
export abstract class OperandParser extends SetParser {
  /** The rest of `let … in …`, behind the word `let`. */
  protected abstract parseLetBody(start: number): Expression;

  /** expr_app. `first` is its first operand when that is read already; it began at `start`. */
  protected parseApplication(first: Expression | null, start: number): Expression {
    const callee = this.#parseSelection(first, start);
    if (startsSimple[this.token] !== 1) return callee;
    const args: Expression[] = [];
    while (startsSimple[this.token] === 1) args.push(this.#parseSelection(null, this.tokenStart));
    return { kind: "application", start, end: this.previousEnd, callee, arguments: args };
  }

  /** expr_select; `a.b or c.d or e` is one selection in the default of the other. */
  #parseSelection(first: Expression | null, firstStart: number): Expression {
    let start = firstStart;
    let target = first ?? this.parseSimple();
    let waiting: { start: number; target: Expression; path: readonly AttributeName[] }[] | null = null;
    for (;;) {
      if (this.token === Token.orKeyword) {
        // The old function named `or`: `f or` applies f to it.
        const or = this.parseIdentifier();
        target = { kind: "application", start, end: or.end, callee: target, arguments: [or] };
        break;
      }
      if (this.token !== Token.dot) break;
      this.next();
      const path = this.parseAttributePath(null);
      if (this.token === Token.orKeyword) {
        this.next();
        if (waiting === null) waiting = [];
        waiting.push({ start, target, path });
        start = this.tokenStart;
        target = this.parseSimple();
        continue;
      }
      target = { kind: "selection", start, end: this.previousEnd, target, path, defaultValue: null };
      break;
    }
    for (let outer = waiting?.pop(); outer; outer = waiting?.pop()) {
      target = { kind: "selection", end: this.previousEnd, ...outer, defaultValue: target };
    }
    return target;
  }

  protected override parseSimple(): Expression {
    const start = this.tokenStart;
    switch (this.token) {
      case Token.identifier:
        return this.parseIdentifier();
      case Token.integer:
        return this.parseInteger();
      case Token.float:
        return this.parseFloat();
      case Token.quote:
        return this.parseString();
      case Token.indentedQuote:
        return this.parseIndentedString();
      case Token.path:
      case Token.homePath:
        return this.parsePath();
      case Token.searchPath: {
        const path = this.text.slice(start + 1, this.tokenEnd - 1);
        this.next();
        return { kind: "search-path", start, end: this.previousEnd, path };
      }
      case Token.uri: {
        const value = this.text.slice(start, this.tokenEnd);
        this.next();
        return { kind: "uri", start, end: this.previousEnd, value };
      }
      case Token.openParenthesis:
        return this.parseParenthesized();
      case Token.openBracket:
        return this.#parseList();
      case Token.openBrace:
        this.next();
        return this.parseSet(start, false, null);
      case Token.recKeyword:
        this.next();
        if (this.token !== Token.openBrace) {
          this.unexpected("'{'");
          return this.missing();
        }
        this.next();
        return this.parseSet(start, true, null);
      case Token.letKeyword:
        return this.#parseLetOperand();
      default:
        return this.#parseMisplaced();
    }
  }

  /** The old `let { … }` is an operand; `let … in` is none, but read as one after saying so. */
  #parseLetOperand(): Expression {
    const start = this.tokenStart;
    const end = this.tokenEnd;
    this.next();
    if (this.token === Token.openBrace) return this.parseLegacyLet(start);
    this.problem("'let' must be in parentheses here", start, end);
    return this.parseLetBody(start);
  }

  /**
   * What cannot stand where an operand must. A `let`, `if` and the like only lacks parentheses and is read
   * nevertheless.
   */
  #parseMisplaced(): Expression {
    switch (this.token) {
      case Token.ifKeyword:
      case Token.withKeyword:
      case Token.assertKeyword:
        this.problem(
          `'${this.text.slice(this.tokenStart, this.tokenEnd)}' must be in parentheses here`,
          this.tokenStart,
          this.tokenEnd,
        );
        return this.parseExpression();
      case Token.invalid:
      case Token.orKeyword:
      case Token.ellipsis:
      case Token.at: {
        const start = this.tokenStart;
        this.unexpected("an expression");
        this.next();
        return { kind: "error", start, end: this.previousEnd };
      }
      default:
        this.unexpected("an expression");
        return this.missing();
    }
  }

  protected override parseParenthesized(): Expression {
    this.next();
    const expression = this.parseExpression();
    if (this.token === Token.closeParenthesis) {
      this.next();
      return expression;
    }
    this.unexpected("')'");
    while (!endsBracket(this.token)) this.skipOne();
    if (this.token === Token.closeParenthesis) this.next();
    return expression;
  }

  #parseList(): Expression {
    const start = this.tokenStart;
    this.next();
    const elements: Expression[] = [];
    if (!this.descend()) return { kind: "list", start, end: this.previousEnd, elements };
    while (this.token !== Token.closeBracket) {
      if (startsSimple[this.token] === 1) elements.push(this.#parseSelection(null, this.tokenStart));
      else {
        this.unexpected("an element of the list or ']'");
        if (endsBracket(this.token)) break;
        this.next();
      }
    }
    this.depth--;
    if (this.token === Token.closeBracket) this.next();
    return { kind: "list", start, end: this.previousEnd, elements };
  }
}
