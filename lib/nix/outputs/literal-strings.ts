import type { Value } from "./value.ts";

/** literalStrings gives the strings of a list, without repetitions; null unless all of them are visible. */
export function literalStrings(value: Value): readonly string[] | null {
  if (value.kind !== "list" || !value.isComplete) return null;
  const strings = new Set<string>();
  for (const element of value.elements) {
    const text = element.force();
    if (text.kind !== "string") return null;
    strings.add(text.value);
  }
  return [...strings];
}
