// More names than these are not read by anybody; the count of the rest is.
const namedMax = 3;

/** listed puts names into a summary: the first few, each once, and how many more there are. */
export function listed(names: readonly string[]): string {
  const distinct = [...new Set(names)];
  const more = distinct.length - namedMax;
  return `${distinct.slice(0, namedMax).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
