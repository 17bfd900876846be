import type { Binding, Expression, IdentifierParameter, PatternParameter } from "./syntax-tree.ts";

/**
 * Head is what is read before the body of a lambda, `let`, `with`, `assert` or `else`. It waits in a list, because such
 * bodies may be chained as long as the file.
 */
export type Head =
  | { readonly kind: "lambda"; readonly start: number; readonly parameter: IdentifierParameter | PatternParameter }
  | { readonly kind: "let"; readonly start: number; readonly bindings: readonly Binding[] }
  | { readonly kind: "with"; readonly start: number; readonly scope: Expression }
  | { readonly kind: "assert"; readonly start: number; readonly condition: Expression }
  | { readonly kind: "if"; readonly start: number; readonly condition: Expression; readonly consequence: Expression };

/** isHead tells a head from a whole expression. */
export function isHead(read: Head | Expression): read is Head {
  return !("end" in read);
}

/** closeHeads puts the bodies in: the last head gets the innermost. All of them end where that ends, at `end`. */
export function closeHeads(heads: readonly Head[], innermost: Expression, end: number): Expression {
  let body = innermost;
  for (let i = heads.length - 1; i >= 0; i--) {
    const head = heads[i];
    if (head) body = closeHead(head, body, end);
  }
  return body;
}

function closeHead(head: Head, body: Expression, end: number): Expression {
  const { start } = head;
  switch (head.kind) {
    case "lambda":
      return { kind: "lambda", start, end, parameter: head.parameter, body };
    case "let":
      return { kind: "let", start, end, bindings: head.bindings, body };
    case "with":
      return { kind: "with", start, end, scope: head.scope, body };
    case "assert":
      return { kind: "assert", start, end, condition: head.condition, body };
    case "if":
      return { kind: "if", start, end, condition: head.condition, consequence: head.consequence, alternative: body };
  }
}
