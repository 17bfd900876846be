// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are interpolations of Nix, not of TypeScript.
import { describe, expect, it } from "vitest";
import { parseNix } from "./parse.ts";
import { nodesOf, walkSyntax } from "./walk.ts";

function identifiers(source: string, skipped?: string): string[] {
  const names: string[] = [];
  walkSyntax(parseNix(source).expression, (node) => {
    if (node.kind === "identifier") names.push(node.name);
    return node.kind === skipped ? "skip" : undefined;
  });
  return names;
}

describe("walkSyntax", () => {
  it("comes to every expression, in source order", () => {
    const source =
      "{ a ? b, ... }@c: let { d = e; inherit (f) g; ${h}.i = \"${j}\" + ''${k}'' + ./${l}; m = if n then o else p; " +
      "q = with r; assert s; let t = u; in v; w = [ (x y) (!z) (-aa) bb.${cc} (bb.c or dd) (ee ? ${ff}) rec { gg = hh; } ]; }";

    expect(identifiers(source).join(" ")).toBe("b c e f h j k l n o p r s u v x y z aa bb cc bb dd ee ff hh");
  });

  it("leaves out what is below a node when told so", () => {
    expect(identifiers("[ a { b = c; } d ]", "attribute-set")).toEqual(["a", "d"]);
  });

  it("does not recurse", () => {
    expect(identifiers(`${"a + ".repeat(100_000)}b`)).toHaveLength(100_001);
  });
});

describe("nodesOf", () => {
  it("lists what walkSyntax visits, in its order, once for each tree", () => {
    const { expression } = parseNix("{ a = [ b (c: d) ]; inherit e; }");
    const visited: unknown[] = [];
    walkSyntax(expression, (node) => {
      visited.push(node);
      return undefined;
    });

    expect(nodesOf(expression)).toEqual(visited);
    expect(nodesOf(expression)).toBe(nodesOf(expression));
  });
});
