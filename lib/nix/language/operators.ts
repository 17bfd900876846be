import type { BinaryOperator } from "./syntax-tree.ts";
import { Token } from "./token.ts";

/** Operator is how a binary operator binds: a higher precedence binds tighter. */
export interface Operator {
  readonly symbol: BinaryOperator;
  readonly precedence: number;
  readonly associativity: "left" | "right" | "none";
}

/** Precedences of what is not a binary operator. `!a + b` is `!(a + b)`, `-a ? b` is `(-a) ? b`. */
export const notPrecedence = 7;
export const hasAttributePrecedence = 11;
export const negatePrecedence = 12;

/** pipePrecedence is the loosest; the two pipes may not be mixed without parentheses. */
export const pipePrecedence = 0;

/**
 * operators lists the binary operators by their token kind.
 *
 * Source: Nix 2.34, src/libexpr/parser.y (the `%left`, `%right` and `%nonassoc` lines, and the pipe rules).
 */
export const operators: readonly Operator[] = [
  { symbol: "|>", precedence: pipePrecedence, associativity: "left" },
  { symbol: "<|", precedence: pipePrecedence, associativity: "right" },
  { symbol: "->", precedence: 1, associativity: "right" },
  { symbol: "||", precedence: 2, associativity: "left" },
  { symbol: "&&", precedence: 3, associativity: "left" },
  { symbol: "==", precedence: 4, associativity: "none" },
  { symbol: "!=", precedence: 4, associativity: "none" },
  { symbol: "<", precedence: 5, associativity: "none" },
  { symbol: ">", precedence: 5, associativity: "none" },
  { symbol: "<=", precedence: 5, associativity: "none" },
  { symbol: ">=", precedence: 5, associativity: "none" },
  { symbol: "//", precedence: 6, associativity: "right" },
  { symbol: "+", precedence: 8, associativity: "left" },
  { symbol: "-", precedence: 8, associativity: "left" },
  { symbol: "*", precedence: 9, associativity: "left" },
  { symbol: "/", precedence: 9, associativity: "left" },
  { symbol: "++", precedence: 10, associativity: "right" },
];

/** lastOperator is the last token kind that `operators` covers. */
export const lastOperator: number = Token.concat;
