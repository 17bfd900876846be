import { LiteralParser } from "./literal-parser.ts";
import { mergeBindings } from "./merge-bindings.ts";
import { literalString } from "./static-string.ts";
import type {
  Application,
  AttributeName,
  AttributeSet,
  Binding,
  Expression,
  Identifier,
  Span,
  StaticName,
} from "./syntax-tree.ts";
import { Token } from "./token.ts";
import { problemsMax, startsName } from "./token-reader.ts";

/** Up to here comparing each name with each other is faster than a set of them. */
const fewNames = 8;

/** NonEmptyPath is an attribute path; it has one name at least. */
type NonEmptyPath = readonly [AttributeName, ...AttributeName[]];

/** SetParser reads what stands between the braces of a set or between `let` and `in`. */
export abstract class SetParser extends LiteralParser {
  /** An expression in parentheses. */
  protected abstract parseParenthesized(): Expression;

  protected parseLegacyLet(start: number): Expression {
    this.next();
    const { bindings, end } = this.parseSet(start, true, null);
    return { kind: "legacy-let", start, end, bindings };
  }

  /** Behind the `{` of a set, or behind `first`, the beginning of its first path. */
  protected parseSet(start: number, isRecursive: boolean, first: Identifier | null): AttributeSet {
    const bindings = this.parseBindings(Token.closeBrace, first);
    if (this.token === Token.closeBrace) this.next();
    else this.unexpected("'}'");
    return { kind: "attribute-set", start, end: this.previousEnd, isRecursive, bindings };
  }

  /** Bindings up to `closer`, `}` or `in`, which is not read. */
  protected parseBindings(closer: number, first: Identifier | null): Binding[] {
    const bindings: Binding[] = [];
    if (first) this.#parseBinding(bindings, first);
    for (;;) {
      const token = this.token;
      if (token === closer || token === Token.endOfFile) break;
      if (token === Token.inheritKeyword) bindings.push(this.#parseInherit());
      else if (startsName(token)) this.#parseBinding(bindings, null);
      else {
        this.unexpected(closer === Token.inKeyword ? "a binding or 'in'" : "a binding or '}'");
        if (token === Token.closeParenthesis || token === Token.closeBracket) {
          if (this.depth > 1) break;
          this.next();
        } else if (token === Token.inKeyword || token === Token.closeBrace) break;
        else this.skipToSemicolon();
      }
    }
    if (mayRepeatNames(bindings)) this.#refuseDuplicates(bindings);
    return bindings;
  }

  #refuseDuplicates(bindings: readonly Binding[]): void {
    mergeBindings(bindings, false, (again, known) => {
      // Counting lines again and again would be slow, so not for problems that are not kept.
      if (this.problems.length >= problemsMax) return;
      const line = 1 + countLineFeeds(this.text, known.start);
      this.earlierProblem(`attribute '${again.name}' is already defined at line ${line}`, again.start, again.end);
    });
  }

  /** One binding; two when its `;` is missing and the next binding's name was read as an argument. */
  #parseBinding(bindings: Binding[], first: Identifier | null): void {
    let start = first ? first.start : this.tokenStart;
    let path = this.parseAttributePath(first);
    for (;;) {
      if (!this.expect(Token.assign, "'='")) {
        // A name alone is as likely a slip as an attribute, so it makes none.
        this.skipToSemicolon();
        return;
      }
      const value = this.parseExpression();
      if (this.token === Token.semicolon) {
        this.next();
        bindings.push({ kind: "binding", start, end: this.previousEnd, path, value });
        return;
      }
      const swallowed = this.token === Token.assign ? splitLastName(value) : null;
      if (!swallowed) {
        this.unexpected("';'");
        bindings.push({ kind: "binding", start, end: this.previousEnd, path, value });
        if (!startsName(this.token)) this.skipToSemicolon();
        return;
      }
      const { rest, name } = swallowed;
      this.earlierProblem("expected ';' before the next attribute", rest.end, name[0].start);
      bindings.push({ kind: "binding", start, end: rest.end, path, value: rest });
      start = name[0].start;
      path = name;
    }
  }

  #parseInherit(): Binding {
    const start = this.tokenStart;
    this.next();
    const source = this.token === Token.openParenthesis ? this.parseParenthesized() : null;
    const names: StaticName[] = [];
    while (startsName(this.token)) {
      const name = this.#parseAttributeName();
      if (name.kind === "static-name") names.push(name);
      else this.earlierProblem("dynamic attributes are not allowed in inherit", name.start, name.end);
    }
    if (this.token === Token.semicolon) this.next();
    else {
      this.unexpected("the name of an attribute or ';'");
      this.skipToSemicolon();
    }
    return { kind: "inherit", start, end: this.previousEnd, source, names };
  }

  /** Names joined by dots; `first` is the first of them when it is read already. */
  protected parseAttributePath(first: Identifier | null): NonEmptyPath {
    const head: AttributeName = first ? staticName(first, first.name) : this.#parseAttributeName();
    if (this.token !== Token.dot) return [head];
    const path: [AttributeName, ...AttributeName[]] = [head];
    while (this.token === Token.dot) {
      this.next();
      path.push(this.#parseAttributeName());
    }
    return path;
  }

  #parseAttributeName(): AttributeName {
    const start = this.tokenStart;
    switch (this.token) {
      case Token.identifier:
      case Token.orKeyword: {
        const end = this.tokenEnd;
        this.next();
        return { kind: "static-name", start, end, name: this.text.slice(start, end) };
      }
      case Token.quote:
        return nameOf(this.parseString(), start, this.previousEnd);
      case Token.openInterpolation: {
        this.next();
        const expression = this.parseExpression();
        if (!this.expect(Token.closeBrace, "'}'")) this.skipToSemicolon();
        return nameOf(expression, start, this.previousEnd);
      }
      default:
        this.unexpected("the name of an attribute");
        return { kind: "dynamic-name", start, end: start, expression: this.missing() };
    }
  }
}

function staticName(span: Span, name: string): StaticName {
  return { kind: "static-name", start: span.start, end: span.end, name };
}

/** A string without interpolation is a static name, in quotes or in `${}`, as in Nix. */
function nameOf(expression: Expression, start: number, end: number): AttributeName {
  const name = literalString(expression);
  if (name === undefined) return { kind: "dynamic-name", start, end, expression };
  return { kind: "static-name", start, end, name };
}

/** When a `;` is missing, the name of the next attribute has been read as the last argument: `a = f x` `b = 1;`. */
function splitLastName(
  value: Expression,
): { rest: Expression; name: readonly [StaticName, ...AttributeName[]] } | null {
  if (value.kind !== "application") return null;
  const last = value.arguments.at(-1);
  const name = last && pathOf(last);
  if (!name) return null;
  const rest = withoutLastArgument(value);
  return { rest, name };
}

function withoutLastArgument(application: Application): Expression {
  const args = application.arguments.slice(0, -1);
  if (args.length === 0) return application.callee;
  return { ...application, end: args.at(-1)?.end ?? application.end, arguments: args };
}

function pathOf(expression: Expression): readonly [StaticName, ...AttributeName[]] | null {
  if (expression.kind === "identifier") return [staticName(expression, expression.name)];
  if (expression.kind !== "selection" || expression.target.kind !== "identifier" || expression.defaultValue)
    return null;
  return [staticName(expression.target, expression.target.name), ...expression.path];
}

/** Whether two bindings begin with the same name, so that they must be merged or refused. */
function mayRepeatNames(bindings: readonly Binding[]): boolean {
  const names: string[] = [];
  for (const binding of bindings) {
    if (binding.kind === "inherit") for (const name of binding.names) names.push(name.name);
    else {
      const first = binding.path[0];
      if (first?.kind === "static-name") names.push(first.name);
    }
  }
  if (names.length > fewNames) return new Set(names).size < names.length;
  for (let i = 1; i < names.length; i++) {
    for (let j = 0; j < i; j++) if (names[i] === names[j]) return true;
  }
  return false;
}

function countLineFeeds(text: string, end: number): number {
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < end; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}
