import { OperandParser } from "./operand-parser.ts";
import {
  hasAttributePrecedence,
  lastOperator,
  negatePrecedence,
  notPrecedence,
  operators,
  pipePrecedence,
} from "./operators.ts";
import type { Expression } from "./syntax-tree.ts";
import { Token } from "./token.ts";

/**
 * An operator that waits for its right operand; `left` is null for `!` and `-` in front. `start` counts parentheses
 * around `left`.
 */
interface PendingOperator {
  readonly token: number;
  readonly precedence: number;
  readonly start: number;
  readonly left: Expression | null;
}

/** OperationParser reads operators, by precedence. */
export abstract class OperationParser extends OperandParser {
  readonly #pending: PendingOperator[] = [];

  /**
   * expr_op and the pipes, by precedence with a list of pending operators. As in Nix's LALR parser only the operator
   * that was opened last decides, so that `a * !b + c` is `a * !(b + c)`.
   *
   * @param first the first operand when it is read already, which began at `firstStart`.
   */
  protected parseOperation(first: Expression | null, firstStart: number): Expression {
    const base = this.#pending.length;
    let start = firstStart;
    let operand = first;
    for (;;) {
      if (operand === null) {
        this.#parsePrefixes();
        start = this.tokenStart;
      }
      operand = this.parseApplication(operand, start);
      while (this.token === Token.question) operand = this.#parseHasAttribute(operand, start, base);
      if (this.token > lastOperator) break;
      this.#openOperator(operand, start, base);
      operand = null;
    }
    while (this.#pending.length > base) operand = this.#closeOperator(operand);
    return operand;
  }

  #parsePrefixes(): void {
    while (this.token === Token.not || this.token === Token.minus) {
      const precedence = this.token === Token.not ? notPrecedence : negatePrecedence;
      this.#pending.push({ token: this.token, precedence, start: this.tokenStart, left: null });
      this.next();
    }
  }

  #parseHasAttribute(operand: Expression, operandStart: number, base: number): Expression {
    const target = this.#closeTighter(operand, base, hasAttributePrecedence);
    const start = target === operand ? operandStart : target.start;
    this.next();
    const path = this.parseAttributePath(null);
    return { kind: "has-attribute", start, end: this.previousEnd, target, path };
  }

  /** At a binary operator: closes those that bind tighter and leaves it pending with its left operand. */
  #openOperator(operand: Expression, operandStart: number, base: number): void {
    const token = this.token;
    const operator = operators[token];
    if (!operator) return;
    const { precedence, associativity } = operator;
    let left = this.#closeTighter(operand, base, precedence);
    let top = this.#topOperator(base);
    while (top && top.precedence === precedence && (associativity !== "right" || top.token !== token)) {
      const isMixedPipe = precedence === pipePrecedence && top.token !== token;
      if (associativity === "none" || isMixedPipe) {
        this.unexpected(`parentheses: this operator cannot follow '${operators[top.token]?.symbol}' without them`);
      }
      if (associativity === "right" && !isMixedPipe) break;
      left = this.#closeOperator(left);
      top = this.#topOperator(base);
    }
    const start = left === operand ? operandStart : left.start;
    this.#pending.push({ token, precedence, start, left });
    this.next();
  }

  #topOperator(base: number): PendingOperator | undefined {
    return this.#pending.length > base ? this.#pending[this.#pending.length - 1] : undefined;
  }

  #closeTighter(operand: Expression, base: number, precedence: number): Expression {
    let closed = operand;
    for (let top = this.#topOperator(base); top && top.precedence > precedence; top = this.#topOperator(base)) {
      closed = this.#closeOperator(closed);
    }
    return closed;
  }

  #closeOperator(operand: Expression): Expression {
    const pending = this.#pending.pop();
    if (!pending) return operand;
    const end = this.previousEnd;
    const { left, start } = pending;
    if (left === null) {
      return { kind: "unary", start, end, operator: pending.token === Token.not ? "!" : "-", operand };
    }
    const operator = operators[pending.token]?.symbol ?? "+";
    return { kind: "binary", start, end, operator, left, right: operand };
  }
}
