import { closeHeads, type Head, isHead } from "./heads.ts";
import { OperationParser } from "./operation-parser.ts";
import type { Binding, Expression, Formal, Identifier, PatternParameter } from "./syntax-tree.ts";
import { Token } from "./token.ts";

/**
 * Parser reads whole expressions: lambdas, `let`, `with`, `assert` and `if`, and the operations they end in. Only
 * brackets and strings recurse; chains of operators, of bodies and of `or` loop.
 */
export class Parser extends OperationParser {
  /** parseFile reads the whole source; to be called once. */
  parseFile(): Expression {
    if (this.text.charCodeAt(0) === 0xfeff) {
      this.problem("the file begins with a byte order mark, which Nix does not accept", 0, 1);
      this.position = 1;
    }
    this.next();
    const expression = this.parseExpression();
    if (this.token !== Token.endOfFile) this.unexpected("the end of the file");
    return expression;
  }

  protected override parseExpression(): Expression {
    if (!this.descend()) return this.missing();
    const expression = this.#parseBodies();
    this.depth--;
    return expression;
  }

  /** expr_function and expr_if: heads in a row, then the innermost body. */
  #parseBodies(): Expression {
    let heads: Head[] | null = null;
    for (;;) {
      const start = this.tokenStart;
      const head = this.#parseHead();
      if (head === null || !isHead(head)) {
        const body = this.parseOperation(head, start);
        return heads === null ? body : closeHeads(heads, body, this.previousEnd);
      }
      if (heads === null) heads = [head];
      else heads.push(head);
    }
  }

  /** A head; or the first operand, when only that could tell that there is none; or null with nothing read. */
  #parseHead(): Head | Expression | null {
    const start = this.tokenStart;
    switch (this.token) {
      case Token.identifier:
        return this.#parseAfterIdentifier();
      case Token.openBrace:
        return this.#parseSetOrPattern();
      case Token.letKeyword: {
        this.next();
        if (this.token === Token.openBrace) return this.parseLegacyLet(start);
        return this.#parseLetHead(start);
      }
      case Token.withKeyword: {
        this.next();
        const scope = this.parseExpression();
        this.expect(Token.semicolon, "';'");
        return { kind: "with", start, scope };
      }
      case Token.assertKeyword: {
        this.next();
        const condition = this.parseExpression();
        this.expect(Token.semicolon, "';'");
        return { kind: "assert", start, condition };
      }
      case Token.ifKeyword: {
        this.next();
        const condition = this.parseExpression();
        this.expect(Token.thenKeyword, "'then'");
        const consequence = this.parseExpression();
        this.expect(Token.elseKeyword, "'else'");
        return { kind: "if", start, condition, consequence };
      }
      default:
        return null;
    }
  }

  /** Behind the word `let`. */
  #parseLetHead(start: number): Head {
    const bindings = this.parseBindings(Token.inKeyword, null);
    for (const binding of bindings) this.#refuseDynamicInLet(binding);
    this.expect(Token.inKeyword, "'in'");
    return { kind: "let", start, bindings };
  }

  protected override parseLetBody(start: number): Expression {
    const head = this.#parseLetHead(start);
    return closeHeads([head], this.parseExpression(), this.previousEnd);
  }

  #refuseDynamicInLet(binding: Binding): void {
    const first = binding.kind === "binding" ? binding.path[0] : undefined;
    if (first?.kind !== "dynamic-name") return;
    this.earlierProblem("dynamic attributes are not allowed in let", first.start, first.end);
  }

  #parseAfterIdentifier(): Head | Expression {
    const identifier = this.parseIdentifier();
    const { start, end, name } = identifier;
    if (this.token === Token.colon) {
      this.next();
      return { kind: "lambda", start, parameter: { kind: "identifier-parameter", start, end, name } };
    }
    if (this.token !== Token.at) return identifier;
    this.next();
    if (this.token !== Token.openBrace) {
      this.unexpected("'{'");
      return identifier;
    }
    this.next();
    return this.#parsePattern(start, null, identifier);
  }

  /** At `{`: what follows tells a set from the pattern of a lambda. */
  #parseSetOrPattern(): Head | Expression {
    const start = this.tokenStart;
    this.next();
    if (this.token === Token.ellipsis) return this.#parsePattern(start, null, null);
    if (this.token === Token.closeBrace) {
      this.next();
      if (this.token !== Token.colon && this.token !== Token.at) {
        return { kind: "attribute-set", start, end: this.previousEnd, isRecursive: false, bindings: [] };
      }
      return this.#finishPattern(start, [], false, null);
    }
    if (this.token !== Token.identifier) return this.parseSet(start, false, null);
    const first = this.parseIdentifier();
    if (this.token === Token.comma || this.token === Token.question || this.token === Token.closeBrace) {
      return this.#parsePattern(start, first, null);
    }
    return this.parseSet(start, false, first);
  }

  /** The formals behind `{`, where `first` may be read already; then the rest of the head. */
  #parsePattern(start: number, first: Identifier | null, alias: Identifier | null): Head {
    const formals: Formal[] = [];
    let hasEllipsis = false;
    let name = first;
    for (;;) {
      if (name === null && this.token === Token.identifier) name = this.parseIdentifier();
      if (name !== null) formals.push(this.#parseFormal(name));
      else if (this.token === Token.ellipsis) {
        hasEllipsis = true;
        this.next();
        break;
      } else if (this.token === Token.closeBrace && (formals.length > 0 || alias !== null)) break;
      else {
        this.unexpected("the name of an argument");
        if (!this.#skipToFormal()) break;
      }
      name = null;
      if (this.token !== Token.comma) break;
      this.next();
    }
    if (this.token !== Token.closeBrace) {
      this.unexpected(hasEllipsis ? "'}'" : "',' or '}'");
      while (this.#skipToFormal()) this.next();
    }
    if (this.token === Token.closeBrace) this.next();
    return this.#finishPattern(start, formals, hasEllipsis, alias);
  }

  #parseFormal(name: Identifier): Formal {
    let defaultValue: Expression | null = null;
    if (this.token === Token.question) {
      this.next();
      defaultValue = this.parseExpression();
    }
    return { kind: "formal", start: name.start, end: this.previousEnd, name: name.name, defaultValue };
  }

  /** Skips to the comma behind a formal that could not be read; false at the end of the pattern. */
  #skipToFormal(): boolean {
    while (
      this.token !== Token.comma &&
      this.token !== Token.closeBrace &&
      this.token !== Token.semicolon &&
      this.token !== Token.endOfFile
    ) {
      this.skipOne();
    }
    return this.token === Token.comma;
  }

  /** Behind the `}` of a pattern: an alias, unless one stood in front, and the colon. */
  #finishPattern(start: number, formals: readonly Formal[], hasEllipsis: boolean, before: Identifier | null): Head {
    let alias = before;
    let aliasSide: PatternParameter["aliasSide"] = before ? "before" : null;
    if (before === null && this.token === Token.at) {
      this.next();
      if (this.token === Token.identifier) {
        alias = this.parseIdentifier();
        aliasSide = "after";
      } else this.unexpected("an identifier");
    }
    const end = this.previousEnd;
    this.expect(Token.colon, "':'");
    this.#refuseDuplicateFormals(formals, alias);
    const parameter = { kind: "pattern-parameter", start, end, formals, hasEllipsis, alias, aliasSide } as const;
    return { kind: "lambda", start, parameter };
  }

  #refuseDuplicateFormals(formals: readonly Formal[], alias: Identifier | null): void {
    const seen = new Set<string>();
    for (const formal of alias ? [...formals, alias] : formals) {
      if (seen.has(formal.name)) {
        this.earlierProblem(`duplicate function argument '${formal.name}'`, formal.start, formal.end);
      }
      seen.add(formal.name);
    }
  }
}
