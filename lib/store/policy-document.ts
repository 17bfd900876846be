import { z } from "zod";
import type { Policy, PolicyOverrides } from "#lib/model/policy.ts";

const days = z.int().min(1, "is at least one day").max(3_650, "is at most ten years");
const identity = z
  .string()
  .regex(/^[^\s/]+\/[^\s/]+$/, "is owner/repository")
  .toLowerCase();
const host = z
  .string()
  .regex(/^[a-z0-9.-]+(:\d+)?$/i, "is a host name, without https:// and path")
  .toLowerCase();
const pattern = z.string().trim().min(1, "is empty").max(200, "is longer than 200 characters");
const checkId = z.string().regex(/^[a-z]+(-[a-z]+)+$/, "is the id of a check, as inputs-fresh");

function listOf<T extends z.ZodType>(item: T) {
  return z.array(item).max(500, "has more than 500 lines");
}

const fields = {
  nixpkgsAgeDaysMax: days,
  inputAgeDaysMax: days,
  historyMonths: z.int().min(1).max(60, "is at most five years"),
  branchStatuses: z.strictObject({
    asOf: z.iso.date("is a day, as 2026-08-19"),
    source: z.string().trim().min(1, "says where the list was read"),
    statuses: z.record(
      z.string().regex(/^[\w.-]+$/, "is the name of a branch"),
      z.enum(["rolling", "beta", "stable", "deprecated", "unmaintained"]),
    ),
  }),
  nixpkgsOwners: listOf(z.string().trim().min(1).toLowerCase()),
  helperLibraries: listOf(identity),
  unmaintainedHelpers: listOf(identity),
  publicCaches: listOf(host),
  approvedCaches: listOf(host),
  excludedRepositories: listOf(pattern),
  exclusionReasons: z.record(pattern, z.string().trim().min(1).max(500, "is longer than 500 characters")),
  rolesByPath: listOf(z.strictObject({ pattern, role: z.enum(["main", "template", "example", "test"]) })),
  ownership: z.strictObject({
    mapping: listOf(z.strictObject({ repositories: pattern, teamSlugs: z.array(pattern).min(1).max(20) })),
    propertyNames: listOf(pattern),
  }),
  severities: z.record(checkId, z.enum(["error", "warning", "advice"])),
  checksOff: listOf(checkId),
  goals: listOf(
    z.strictObject({
      metricId: pattern,
      team: pattern.nullable(),
      share: z.number().min(0, "is at least 0").max(1, "is at most 1, which is all"),
      by: z.iso.date("is a day, as 2027-03-31").nullable(),
    }),
  ),
} satisfies Record<Exclude<keyof Policy, "asOf">, z.ZodType>;

const overridesSchema = z.strictObject(fields).partial();

/** PolicyProblem is one thing that is wrong with a policy, with the field it is in (`goals.0.share`). */
export interface PolicyProblem {
  readonly field: string;
  readonly message: string;
}

/**
 * parsePolicyOverrides reads what an organization wants changed, from a form, a file or the database. All problems are
 * named together; of a document with a problem nothing is taken.
 */
export function parsePolicyOverrides(
  document: unknown,
):
  | { readonly status: "ok"; readonly overrides: PolicyOverrides }
  | { readonly status: "invalid"; readonly problems: readonly PolicyProblem[] } {
  const parsed = overridesSchema.safeParse(document);
  if (parsed.success) return { status: "ok", overrides: withoutUndefined(parsed.data) };
  const problems = parsed.error.issues.map(({ path, message }) => ({ field: path.join(".") || "policy", message }));
  return { status: "invalid", problems };
}

function withoutUndefined(data: z.infer<typeof overridesSchema>): PolicyOverrides {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
}
