const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/** compareNames orders names as a person reads them: `team-4` before `team-12`, upper and lower case alike. */
export const compareNames: (one: string, other: string) => number = collator.compare;
