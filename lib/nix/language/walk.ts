import type { SyntaxNode } from "./syntax-tree.ts";

/**
 * childrenOf lists the nodes directly below a node, in source order (an alias behind its pattern's formals, whatever
 * the side). Names and literals have none.
 */
export function childrenOf(node: SyntaxNode): readonly SyntaxNode[] {
  switch (node.kind) {
    case "string":
    case "indented-string":
    case "path":
      return node.parts;
    case "interpolation":
    case "dynamic-name":
      return [node.expression];
    case "list":
      return node.elements;
    case "attribute-set":
    case "legacy-let":
      return node.bindings;
    case "binding":
      return [...node.path, node.value];
    case "inherit":
      return node.source ? [node.source, ...node.names] : node.names;
    case "let":
      return [...node.bindings, node.body];
    case "with":
      return [node.scope, node.body];
    case "assert":
      return [node.condition, node.body];
    case "if":
      return [node.condition, node.consequence, node.alternative];
    case "lambda":
      return [node.parameter, node.body];
    case "pattern-parameter":
      return node.alias ? [...node.formals, node.alias] : node.formals;
    case "formal":
      return node.defaultValue ? [node.defaultValue] : [];
    case "application":
      return [node.callee, ...node.arguments];
    case "selection":
      return node.defaultValue ? [node.target, ...node.path, node.defaultValue] : [node.target, ...node.path];
    case "has-attribute":
      return [node.target, ...node.path];
    case "unary":
      return [node.operand];
    case "binary":
      return [node.left, node.right];
    case "identifier":
    case "integer":
    case "float":
    case "search-path":
    case "uri":
    case "text":
    case "static-name":
    case "identifier-parameter":
    case "error":
      return [];
  }
}

/**
 * walkSyntax visits a node and all nodes below it, parents first, in source order. It does not recurse, so a tree of
 * any height is fine.
 *
 * @param visit may return "skip" to leave out what is below the node.
 */
export function walkSyntax(root: SyntaxNode, visit: (node: SyntaxNode) => "skip" | undefined): void {
  const pending: SyntaxNode[] = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (visit(node) === "skip") continue;
    const children = childrenOf(node);
    for (let i = children.length - 1; i >= 0; i--) {
      const child = children[i];
      if (child) pending.push(child);
    }
  }
}

const listed = new WeakMap<SyntaxNode, readonly SyntaxNode[]>();

/**
 * nodesOf lists a node and all nodes below it, as `walkSyntax` visits them. The list is made once for each root and kept
 * as long as its tree: for whoever looks through a tree several times.
 */
export function nodesOf(root: SyntaxNode): readonly SyntaxNode[] {
  const known = listed.get(root);
  if (known !== undefined) return known;
  const nodes: SyntaxNode[] = [];
  walkSyntax(root, (node) => {
    nodes.push(node);
    return undefined;
  });
  listed.set(root, nodes);
  return nodes;
}
