/** namedList is some names for a summary, each once, the first three by name: "a, b, c and 2 more". */
export function namedList(names: readonly string[]): string {
  const distinct = [...new Set(names)];
  const shown = distinct.slice(0, 3).join(", ");
  return distinct.length > 3 ? `${shown} and ${distinct.length - 3} more` : shown;
}
