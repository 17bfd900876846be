import { staticString } from "#lib/nix/language/static-string.ts";
import type { Application, AttributeName, Binding, Expression, SyntaxNode } from "#lib/nix/language/syntax-tree.ts";
import { childrenOf } from "#lib/nix/language/walk.ts";

/** PathBinding is one binding with the names that lead to it through the sets around it, the last ones of them. */
export interface PathBinding {
  /** A name that Nix would compute is `*`. */
  readonly path: readonly string[];
  readonly value: Expression;
  /** UTF-16 offset of the binding. */
  readonly start: number;
}

// The longest option that is looked for has five names; more are never asked for, and a hostile file could pile them up.
const pathLengthMax = 8;
const noPath: readonly string[] = [];

// Functions of the module system that leave an option where it is: `nix = lib.mkIf enable { … }`.
const passingFunctions: ReadonlySet<string> = new Set([
  "mkIf",
  "mkDefault",
  "mkForce",
  "mkMerge",
  "mkBefore",
  "mkAfter",
  "mkOrder",
  "mkOverride",
  "mkOptionDefault",
  "mkImageMediaOverride",
  "optionalAttrs",
  "optionals",
  "optional",
]);

/** passedArguments are the values that a function of the module system passes on; undefined for any other function. */
export function passedArguments({ callee, arguments: given }: Application): readonly Expression[] | undefined {
  const name = calleeName(callee);
  if (name === undefined || !passingFunctions.has(name)) return undefined;
  const last = given.at(-1);
  if (last === undefined) return [];
  return name === "mkMerge" && last.kind === "list" ? last.elements : [last];
}

/** calleeName is the last name of what is called: `readFile` for `builtins.readFile`. */
export function calleeName(callee: Expression): string | undefined {
  if (callee.kind === "identifier") return callee.name;
  if (callee.kind !== "selection") return undefined;
  const name = callee.path.at(-1);
  return name?.kind === "static-name" ? name.name : undefined;
}

const found = new WeakMap<Expression, readonly PathBinding[]>();

/**
 * attributeBindings gives every binding of an expression with its path, found once for each. Sets inside `let … in`, `//`,
 * conditions and the functions of the module system stand where those stand; anywhere else a path begins anew.
 */
export function attributeBindings(root: Expression): readonly PathBinding[] {
  const known = found.get(root);
  if (known !== undefined) return known;
  const bindings = findBindings(root);
  found.set(root, bindings);
  return bindings;
}

function findBindings(root: Expression): readonly PathBinding[] {
  const bindings: PathBinding[] = [];
  // Two stacks that move together: an object for every node of a large file would be most of what this costs.
  const nodes: SyntaxNode[] = [root];
  const paths: (readonly string[])[] = [noPath];
  const put = (node: SyntaxNode, path: readonly string[]) => {
    if (leafKinds.has(node.kind)) return;
    nodes.push(node);
    paths.push(path);
  };
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    const path = paths.pop() ?? noPath;
    if (node.kind === "binding") {
      const full = [...path, ...node.path.map(nameText)].slice(-pathLengthMax);
      bindings.push({ path: full, value: node.value, start: node.start });
      put(node.value, full);
      continue;
    }
    // Where there is no path, it makes no difference which of the children stand at the place of the node.
    const inside = path.length === 0 ? noNodes : new Set<SyntaxNode>(placedInside(node));
    const children = childrenOf(node);
    for (let i = children.length - 1; i >= 0; i--) {
      const child = children[i];
      if (child) put(child, inside.delete(child) ? path : noPath);
    }
    // What is left lies deeper than the children: the sets in the list of `mkMerge`.
    for (const child of inside) put(child, path);
  }
  return bindings;
}

const noNodes = new Set<SyntaxNode>();

// More than half of all nodes; nothing is bound in them.
const leafKinds: ReadonlySet<SyntaxNode["kind"]> = new Set(["identifier", "static-name", "text", "integer"]);

/** The nodes below a node that stand at its place: what is bound in them is bound under its path. */
function placedInside(node: SyntaxNode): readonly (Expression | Binding)[] {
  switch (node.kind) {
    case "attribute-set":
      return node.bindings;
    case "let":
    case "with":
    case "assert":
    case "lambda":
      return [node.body];
    case "if":
      return [node.consequence, node.alternative];
    case "binary":
      return node.operator === "//" ? [node.left, node.right] : [];
    case "application":
      return passedArguments(node) ?? [];
    default:
      return [];
  }
}

function nameText(name: AttributeName): string {
  return name.kind === "static-name" ? name.name : (staticString(name.expression) ?? "*");
}
