/**
 * The syntax tree of the Nix language, as written in the source: nothing is desugared, merged or evaluated here.
 *
 * Offsets. `start` and `end` (exclusive) are UTF-16 offsets into the parsed string, so that
 * `source.slice(node.start, node.end)` is the node's text. They are two plain numbers on every node, which saves
 * an object per node. `new SourceText(source).positionAt(node.start)` gives byte
 * offset, line and column of any node.
 *
 * Height. Nesting (brackets, strings in strings) is bounded by `ParseLimits.depthMax`, but chains are not nesting:
 * `a + b + …`, `a // b // …`, `x: y: …` and `else if …` may be as long as the file. A walk over a whole tree must
 * therefore not recurse: use `walkSyntax` of `./walk.ts`.
 *
 * Parentheses leave no node: like Nix, the tree holds what is inside them, with the inner `start` and `end`.
 */

/** Span is what every node carries: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Expression is any Nix expression; switch on `kind`. `error` stands where the source could not be understood. */
export type Expression =
  | Identifier
  | IntegerLiteral
  | FloatLiteral
  | StringLiteral
  | IndentedString
  | PathLiteral
  | SearchPath
  | UriLiteral
  | ListExpression
  | AttributeSet
  | LetExpression
  | LegacyLet
  | WithExpression
  | AssertExpression
  | IfExpression
  | Lambda
  | Application
  | Selection
  | HasAttribute
  | UnaryOperation
  | BinaryOperation
  | ErrorExpression;

/** SyntaxNode is every node of the tree, expressions and their parts. */
export type SyntaxNode =
  | Expression
  | Binding
  | AttributeName
  | StringText
  | Interpolation
  | IdentifierParameter
  | PatternParameter
  | Formal;

/**
 * Identifier is a variable: `pkgs`, `true`, `__curPos`. Also the `or` of the old form `f or`, which Nix reads as `f`
 * applied to a variable `or`.
 */
export interface Identifier extends Span {
  readonly kind: "identifier";
  readonly name: string;
}

/**
 * IntegerLiteral is `42`. `value` fits a signed 64-bit integer; a larger literal is a syntax problem and has the value
 * 0.
 */
export interface IntegerLiteral extends Span {
  readonly kind: "integer";
  readonly value: bigint;
}

/** FloatLiteral is `1.5`, `.5`, `1.e3`. */
export interface FloatLiteral extends Span {
  readonly kind: "float";
  readonly value: number;
}

/**
 * StringLiteral is `"…"`. Text parts hold the unescaped text; two text parts never follow each other; `""` has no
 * parts.
 */
export interface StringLiteral extends Span {
  readonly kind: "string";
  readonly parts: readonly StringPart[];
}

/**
 * IndentedString is `''…''`. The parts are as Nix's lexer cuts them, before indentation is stripped (escapes are parts
 * of their own); `stripIndentation` of `./indentation.ts` gives the parts of the string that is meant.
 */
export interface IndentedString extends Span {
  readonly kind: "indented-string";
  readonly parts: readonly StringPart[];
}

export type StringPart = StringText | Interpolation;

/**
 * StringText is literal text. `isEscape` is true for an escape in an indented string (`''$`, `'''`, `''\n`), which does
 * not count as indentation.
 */
export interface StringText extends Span {
  readonly kind: "text";
  readonly value: string;
  readonly isEscape: boolean;
}

/** Interpolation is `${expression}` in a string or path. */
export interface Interpolation extends Span {
  readonly kind: "interpolation";
  readonly expression: Expression;
}

/**
 * PathLiteral is `./a`, `/a`, `a/b`, `~/a`, with interpolations after the first part. The first part is always text, as
 * written (`./a/`, `~/`). `anchor` says what it is relative to: the folder of the file, the root, or the home folder.
 */
export interface PathLiteral extends Span {
  readonly kind: "path";
  readonly anchor: "file" | "root" | "home";
  readonly parts: readonly StringPart[];
}

/** SearchPath is `<nixpkgs/lib>`; `path` is the text between the angles. */
export interface SearchPath extends Span {
  readonly kind: "search-path";
  readonly path: string;
}

/** UriLiteral is an unquoted `https://example.org/x`, which Nix reads as a string. */
export interface UriLiteral extends Span {
  readonly kind: "uri";
  readonly value: string;
}

export interface ListExpression extends Span {
  readonly kind: "list";
  readonly elements: readonly Expression[];
}

/**
 * AttributeSet is `{ … }` or `rec { … }`, with its bindings in source order. `mergeBindings` of `./merge-bindings.ts`
 * gives the attributes that Nix makes of them (`a.b = 1; a.c = 2;` is one attribute `a`).
 */
export interface AttributeSet extends Span {
  readonly kind: "attribute-set";
  readonly isRecursive: boolean;
  readonly bindings: readonly Binding[];
}

export type Binding = AttributeBinding | Inherit;

/** AttributeBinding is `path = value;`. `path` has one name or more. */
export interface AttributeBinding extends Span {
  readonly kind: "binding";
  readonly path: readonly AttributeName[];
  readonly value: Expression;
}

/** Inherit is `inherit a b;` (source null) or `inherit (source) a b;`. */
export interface Inherit extends Span {
  readonly kind: "inherit";
  readonly source: Expression | null;
  readonly names: readonly StaticName[];
}

export type AttributeName = StaticName | DynamicName;

/** StaticName is a name known without evaluation: `a`, `"a"`, `${"a"}` (Nix treats all three alike). */
export interface StaticName extends Span {
  readonly kind: "static-name";
  readonly name: string;
}

/**
 * DynamicName is `${expression}` or `"a${expression}"` as an attribute name. A quoted name is a StringLiteral with an
 * interpolation.
 */
export interface DynamicName extends Span {
  readonly kind: "dynamic-name";
  readonly expression: Expression;
}

/** LetExpression is `let … in body`. */
export interface LetExpression extends Span {
  readonly kind: "let";
  readonly bindings: readonly Binding[];
  readonly body: Expression;
}

/** LegacyLet is the old `let { …; body = …; }`, the same as `(rec { … }).body`. */
export interface LegacyLet extends Span {
  readonly kind: "legacy-let";
  readonly bindings: readonly Binding[];
}

/** WithExpression is `with scope; body`. */
export interface WithExpression extends Span {
  readonly kind: "with";
  readonly scope: Expression;
  readonly body: Expression;
}

/** AssertExpression is `assert condition; body`. */
export interface AssertExpression extends Span {
  readonly kind: "assert";
  readonly condition: Expression;
  readonly body: Expression;
}

/** IfExpression is `if condition then consequence else alternative`. */
export interface IfExpression extends Span {
  readonly kind: "if";
  readonly condition: Expression;
  readonly consequence: Expression;
  readonly alternative: Expression;
}

/** Lambda is `parameter: body`; curried functions are lambdas in the body. */
export interface Lambda extends Span {
  readonly kind: "lambda";
  readonly parameter: IdentifierParameter | PatternParameter;
  readonly body: Expression;
}

/** IdentifierParameter is the `x` of `x: body`. */
export interface IdentifierParameter extends Span {
  readonly kind: "identifier-parameter";
  readonly name: string;
}

/** PatternParameter is `{ a, b ? 1, ... }`, with `alias @` before or `@ alias` after it. Formals in source order. */
export interface PatternParameter extends Span {
  readonly kind: "pattern-parameter";
  readonly formals: readonly Formal[];
  readonly hasEllipsis: boolean;
  readonly alias: Identifier | null;
  readonly aliasSide: "before" | "after" | null;
}

/** Formal is one name of a pattern; `defaultValue` is null when there is none. */
export interface Formal extends Span {
  readonly kind: "formal";
  readonly name: string;
  readonly defaultValue: Expression | null;
}

/**
 * Application is `callee a b`: one node for all arguments written in a row. `(f a) b` is an application of an
 * application.
 */
export interface Application extends Span {
  readonly kind: "application";
  readonly callee: Expression;
  readonly arguments: readonly Expression[];
}

/** Selection is `target.a.b`, or `target.a.b or defaultValue` (null when there is none). */
export interface Selection extends Span {
  readonly kind: "selection";
  readonly target: Expression;
  readonly path: readonly AttributeName[];
  readonly defaultValue: Expression | null;
}

/** HasAttribute is `target ? a.b`. */
export interface HasAttribute extends Span {
  readonly kind: "has-attribute";
  readonly target: Expression;
  readonly path: readonly AttributeName[];
}

export interface UnaryOperation extends Span {
  readonly kind: "unary";
  readonly operator: UnaryOperator;
  readonly operand: Expression;
}

export interface BinaryOperation extends Span {
  readonly kind: "binary";
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export type UnaryOperator = "!" | "-";

/** BinaryOperator is every operator between two expressions, the pipes included; `?` is HasAttribute. */
export type BinaryOperator =
  | "+"
  | "-"
  | "*"
  | "/"
  | "++"
  | "//"
  | "=="
  | "!="
  | "<"
  | ">"
  | "<="
  | ">="
  | "&&"
  | "||"
  | "->"
  | "|>"
  | "<|";

/**
 * ErrorExpression stands where an expression was expected and could not be read; the syntax problems say why. It may be
 * empty.
 */
export interface ErrorExpression extends Span {
  readonly kind: "error";
}

/**
 * SyntaxProblem is one reason for which Nix would refuse the file. Positions as in `Position` of `./source-text.ts`.
 */
export interface SyntaxProblem extends Span {
  readonly message: string;
  /** Offset of the problem in UTF-8 bytes, from 0. */
  readonly byteOffset: number;
  /** From 1, as Nix counts. */
  readonly line: number;
  /** From 1, in bytes, as Nix counts. */
  readonly column: number;
}

/** ParseLimits bound what a hostile file can cost. */
export interface ParseLimits {
  /** Levels of nesting; the default is `depthMaxDefault` of `./parse.ts`. */
  readonly depthMax?: number;
  /** UTF-16 units of source; the default is `lengthMaxDefault` of `./parse.ts`. */
  readonly lengthMax?: number;
}

/** ParseResult is what `parseNix` gives: always a tree, and no problems exactly when Nix accepts the syntax. */
export interface ParseResult {
  readonly expression: Expression;
  /** In source order, at most `problemsMax` of them. */
  readonly errors: readonly SyntaxProblem[];
}
