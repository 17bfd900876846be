import type { Policy } from "#lib/model/policy.ts";

/** PolicyField is a part of the policy that people change as text. */
export type PolicyField = Exclude<keyof Policy, "asOf" | "severities" | "checksOff" | "goals" | "exclusionReasons">;

/** PolicyPart is one box of a form: its name within the field, and what stands in it. `lines` holds one entry a line. */
export interface PolicyPart {
  readonly name: string;
  readonly label: string;
  readonly kind: "number" | "day" | "text" | "lines";
  readonly text: string;
}

/** PolicyTexts is what a person has written into the boxes of a field, by the names of its parts. */
export type PolicyTexts = ReadonlyMap<string, string>;

interface FieldText {
  readonly write: (policy: Policy) => readonly PolicyPart[];
  /** What was written, in the shape of the policy; whether it is right, parsePolicyOverrides says. */
  readonly read: (texts: PolicyTexts) => unknown;
}

const fieldTexts = {
  nixpkgsAgeDaysMax: number("Days", (policy) => policy.nixpkgsAgeDaysMax),
  inputAgeDaysMax: number("Days", (policy) => policy.inputAgeDaysMax),
  historyMonths: number("Months", (policy) => policy.historyMonths),
  branchStatuses: {
    write: ({ branchStatuses: { asOf, source, statuses } }) => [
      { name: "asOf", label: "Read on", kind: "day", text: asOf },
      { name: "source", label: "Read where", kind: "text", text: source },
      { name: "statuses", label: "branch = status", kind: "lines", text: writePairs(Object.entries(statuses)) },
    ],
    read: (texts) => ({
      asOf: textOf(texts, "asOf"),
      source: textOf(texts, "source"),
      statuses: Object.fromEntries(readPairs(texts, "statuses")),
    }),
  },
  nixpkgsOwners: list("One owner a line", (policy) => policy.nixpkgsOwners),
  helperLibraries: list("One owner/repository a line", (policy) => policy.helperLibraries),
  unmaintainedHelpers: list("One owner/repository a line", (policy) => policy.unmaintainedHelpers),
  publicCaches: list("One host a line", (policy) => policy.publicCaches),
  approvedCaches: list("One host a line", (policy) => policy.approvedCaches),
  excludedRepositories: list("One name or pattern a line", (policy) => policy.excludedRepositories),
  rolesByPath: {
    write: ({ rolesByPath }) => {
      const text = writePairs(rolesByPath.map(({ pattern, role }) => [pattern, role]));
      return [{ name: "value", label: "folder pattern = role", kind: "lines", text }];
    },
    read: (texts) => readPairs(texts, "value").map(([pattern, role]) => ({ pattern, role })),
  },
  ownership: {
    write: ({ ownership: { mapping, propertyNames } }) => [
      {
        name: "mapping",
        label: "repository pattern = team, team",
        kind: "lines",
        text: writePairs(mapping.map(({ repositories, teamSlugs }) => [repositories, teamSlugs.join(", ")])),
      },
      {
        name: "propertyNames",
        label: "Custom properties that name a team, one a line",
        kind: "lines",
        text: propertyNames.join("\n"),
      },
    ],
    read: (texts) => ({
      mapping: readPairs(texts, "mapping").map(([repositories, teams]) => ({
        repositories,
        teamSlugs: teams.split(",").map(trimmed).filter(Boolean),
      })),
      propertyNames: linesOf(texts, "propertyNames"),
    }),
  },
} as const satisfies Record<PolicyField, FieldText>;

/** isPolicyField says whether a text, from a form, names a part of the policy that is changed as text. */
export function isPolicyField(name: string): name is PolicyField {
  return Object.hasOwn(fieldTexts, name);
}

/** policyParts writes one field of a policy as the boxes of a form. */
export function policyParts(field: PolicyField, policy: Policy): readonly PolicyPart[] {
  return fieldTexts[field].write(policy);
}

/**
 * readPolicyTexts reads what was written into the boxes of a field, as policyParts wrote it. Empty lines are passed
 * over; a line without its `=`, or a number that is none, comes out as what the policy's schema refuses in words.
 */
export function readPolicyTexts(field: PolicyField, texts: PolicyTexts): unknown {
  return fieldTexts[field].read(texts);
}

function number(label: string, value: (policy: Policy) => number): FieldText {
  return {
    write: (policy) => [{ name: "value", label, kind: "number", text: String(value(policy)) }],
    read: (texts) => (textOf(texts, "value") === "" ? "" : Number(textOf(texts, "value"))),
  };
}

function list(label: string, value: (policy: Policy) => readonly string[]): FieldText {
  return {
    write: (policy) => [{ name: "value", label, kind: "lines", text: value(policy).join("\n") }],
    read: (texts) => linesOf(texts, "value"),
  };
}

function writePairs(pairs: readonly (readonly [key: string, value: string])[]): string {
  return pairs.map(([key, value]) => `${key} = ${value}`).join("\n");
}

/** The last `=` parts a line: a pattern may hold one, a team, a role or a status may not. */
function readPairs(texts: PolicyTexts, name: string): readonly (readonly [key: string, value: string])[] {
  return linesOf(texts, name).map((line) => {
    const at = line.lastIndexOf("=");
    return at < 0 ? [line, ""] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
  });
}

function linesOf(texts: PolicyTexts, name: string): readonly string[] {
  return textOf(texts, name).split("\n").map(trimmed).filter(Boolean);
}

function textOf(texts: PolicyTexts, name: string): string {
  return (texts.get(name) ?? "").trim();
}

function trimmed(text: string): string {
  return text.trim();
}
