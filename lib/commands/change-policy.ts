import { isDeepStrictEqual } from "node:util";
import { AppError } from "#lib/errors/app-error.ts";
import { defaultPolicy, type Policy, type PolicyOverrides } from "#lib/model/policy.ts";
import { processScanService } from "#lib/scan/process-scan-service.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { recordExclusions } from "#lib/store/exclusions.ts";
import { findPolicy, recordPolicy } from "#lib/store/policies.ts";
import { parsePolicyOverrides } from "#lib/store/policy-document.ts";
import { policyChangeWords } from "./policy-change-words.ts";
import type { CommandContext } from "./run-command.ts";

/**
 * applyPolicy records the changes that `decide` makes of an organization's policy as it stands; a part that is null goes
 * back to the default. What is wrong is named field by field, and nothing is changed then. A scan that judges by the new
 * policy is asked for; a new role of a folder is seen by reading everything again.
 *
 * @param words what the record of changes says was done; without them, the parts of the policy that changed.
 */
export async function applyPolicy(
  context: CommandContext,
  decide: (policy: Policy) => unknown,
  words?: string,
): Promise<void> {
  const { database, actor, organization, at } = context;
  const before = await findPolicy(database, organization.id);
  const overrides = overridesWith(before.overrides, decide(before.policy));
  await recordPolicy(database, actor, organization.id, overrides, at);
  const { policy } = await findPolicy(database, organization.id);
  await recordExclusions(database, organization.id, policy.excludedRepositories);
  const changed = changedParts(before.overrides, overrides);
  if (changed.length === 0) return;
  const past = new Map<string, unknown>(Object.entries(before.policy));
  const now = new Map<string, unknown>(Object.entries(policy));
  const parts = changed.map((name) => policyChangeWords(name, past.get(name), now.get(name)));
  const summary = words ?? `Changed the policy: ${parts.join("; ")}.`;
  await recordAudit(database, actor, { organizationId: organization.id, action: "policy-changed", summary, at });
  // By goals nothing is judged.
  if (changed.every((name) => name === "goals")) return;
  const service = await processScanService();
  const isFull = changed.includes("rolesByPath");
  const { isNew } = await service.request({ organization, trigger: "person", isFull, actor });
  // One that runs already began by the policy as it was.
  if (!isNew) await service.refreshOrganization(organization.id, { trigger: "person", isFull });
}

/** overridesWith is what differs from the default after some changes; null makes a part the default again. */
export function overridesWith(before: PolicyOverrides, changes: unknown): PolicyOverrides {
  const merged = { ...before, ...(typeof changes === "object" ? changes : {}) };
  const kept = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null));
  const parsed = parsePolicyOverrides(kept);
  if (parsed.status === "ok") return withoutDefaults(parsed.overrides);
  const problems = parsed.problems.map(({ field, message }) => `${placeOf(field)} ${message}`);
  throw new AppError("parse", `Nothing was changed: ${problems.join("; ")}.`);
}

/** What was put back by hand follows the default from then on, as what was put back by its button does. */
function withoutDefaults(overrides: PolicyOverrides): PolicyOverrides {
  const defaults = new Map<string, unknown>(Object.entries(defaultPolicy));
  return Object.fromEntries(
    Object.entries(overrides).filter(([name, value]) => !isDeepStrictEqual(value, defaults.get(name))),
  );
}

/** `helperLibraries, line 4,` where the policy's schema says `helperLibraries.3`. */
function placeOf(field: string): string {
  return field.replace(/\.(\d+)(?:\.\w+)*/, (_, index) => `, line ${Number(index) + 1},`);
}

function changedParts(before: PolicyOverrides, after: PolicyOverrides): readonly string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const past = new Map(Object.entries(before));
  const now = new Map(Object.entries(after));
  return [...names].filter((name) => JSON.stringify(past.get(name)) !== JSON.stringify(now.get(name))).sort();
}
