// An audit line is read in a table; beyond a few names it says how many more there are.
const namesMax = 5;

/**
 * policyChangeWords says what became of one part of a policy, for the record of changes: a number from what to what, a
 * list of names with those that came and went, anything else by its name only.
 *
 * Example: `nixpkgsAgeDaysMax from 30 to 45`, `approvedCaches with cache.acme.example, without old.acme.example`.
 */
export function policyChangeWords(name: string, before: unknown, after: unknown): string {
  if (typeof before === "number" && typeof after === "number") return `${name} from ${before} to ${after}`;
  if (!isNames(before) || !isNames(after)) return name;
  const parts = [
    ["with", after.filter((one) => !before.includes(one))],
    ["without", before.filter((one) => !after.includes(one))],
  ] as const;
  const said = parts.filter(([, names]) => names.length > 0).map(([word, names]) => `${word} ${some(names)}`);
  return said.length === 0 ? `${name} in another order` : `${name} ${said.join(", ")}`;
}

function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

function some(names: readonly string[]): string {
  const rest = names.length - namesMax;
  return names.slice(0, namesMax).join(" and ") + (rest > 0 ? ` and ${rest} more` : "");
}
