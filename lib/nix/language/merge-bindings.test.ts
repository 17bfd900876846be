import { describe, expect, it } from "vitest";
import { type MergedAttributes, mergeBindings } from "./merge-bindings.ts";
import { parseNix } from "./parse.ts";

function merge(source: string): { merged: MergedAttributes; duplicates: string[] } {
  const { expression } = parseNix(source);
  const duplicates: string[] = [];
  if (expression.kind !== "attribute-set") throw new Error("not a set");
  const merged = mergeBindings(expression.bindings, expression.isRecursive, (again, first) => {
    duplicates.push(`${again.name} at ${again.start}, first at ${first.start}`);
  });
  return { merged, duplicates };
}

describe("mergeBindings", () => {
  it("makes one attribute of paths that begin alike", () => {
    const { merged } = merge("{ a.b = 1; a.c = 2; d = 3; }");
    const a = merged.attributes.get("a");

    expect([...merged.attributes.keys()]).toEqual(["a", "d"]);
    expect(a?.kind === "attributes" && [...a.attributes.attributes.keys()]).toEqual(["b", "c"]);
  });

  it("leaves a set alone that nothing is merged with", () => {
    const a = merge("{ a = { b = 1; }; }").merged.attributes.get("a");

    expect(a?.kind === "value" && a.value.kind).toBe("attribute-set");
  });

  it("keeps the first definition and reports the second", () => {
    const { merged, duplicates } = merge("{ a = 1; a = 2; }");
    const a = merged.attributes.get("a");

    expect(a?.kind === "value" && a.value).toMatchObject({ value: 1n });
    expect(duplicates).toEqual(["a at 9, first at 2"]);
  });

  it("does not merge what is no plain set", () => {
    for (const source of ["{ a = x: x; a.b = 1; }", "{ a = b // { }; a = { }; }", "{ inherit a; a = { }; }"]) {
      expect(merge(source).duplicates).toHaveLength(1);
    }
  });

  it("numbers inherit sources anew when sets are merged", () => {
    const { merged } = merge("{ a = { inherit (x) b; }; a = { inherit (y) c; }; }");
    const a = merged.attributes.get("a");
    const sources = a?.kind === "attributes" ? a.attributes.inheritSources.map((source) => source.start) : [];
    const c = a?.kind === "attributes" ? a.attributes.attributes.get("c") : undefined;

    expect(sources).toEqual([17, 41]);
    expect(c).toMatchObject({ kind: "inherited-from", sourceIndex: 1 });
  });

  it("holds names of the prototype as any other", () => {
    expect([...merge("{ __proto__.a = 1; __proto__.b = 2; toString = 3; }").merged.attributes.keys()]).toEqual([
      "__proto__",
      "toString",
    ]);
  });
});
