import { createHash } from "node:crypto";
import { counted } from "#lib/checks/counted.ts";
import { checks } from "#lib/checks/registry.ts";
import type { Policy } from "#lib/model/policy.ts";

/**
 * countingDigest names the rules by which days are counted: every check and metric with its version, and the policy but its goals and reasons,
 * by which nothing is judged.
 * Days that were counted by other rules are counted anew.
 */
export function countingDigest({ goals: _goals, exclusionReasons: _reasons, ...policy }: Policy): string {
  const rules = [...checks, ...counted].map(({ id, version }) => `${id} ${version}`);
  return createHash("sha256")
    .update(JSON.stringify([rules, policy]))
    .digest("hex");
}
