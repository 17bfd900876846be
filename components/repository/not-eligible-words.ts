const words: Readonly<Record<string, readonly [one: string, many: string]>> = {
  archived: ["archived", "archived"],
  fork: ["fork", "forks"],
  empty: ["empty", "empty"],
  excluded: ["excluded by policy", "excluded by policy"],
};

/** notEligibleWords names a reason why repositories stay out of every share, for one and for many. */
export function notEligibleWords(reason: string): [one: string, many: string] {
  const [one, many] = (Object.hasOwn(words, reason) ? words[reason] : undefined) ?? [reason, reason];
  return [one, many];
}
