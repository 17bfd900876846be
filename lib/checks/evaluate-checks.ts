import type { Finding, Severity } from "#lib/model/finding.ts";
import type { Policy } from "#lib/model/policy.ts";
import type { Check, CheckContext } from "./check.ts";
import { checks } from "./registry.ts";

/**
 * evaluateChecks runs every check that the policy asks over the facts of one repository. Pure: the same context gives
 * the same findings.
 */
export function evaluateChecks(context: CheckContext): readonly Finding[] {
  const asked = checks.filter((check) => !context.policy.checksOff.includes(check.id));
  return asked.flatMap((check) =>
    check.evaluate(context).map((result) => ({ checkId: check.id, checkVersion: check.version, ...result })),
  );
}

/** severityOf is how loudly a fail of the check speaks under a policy. */
export function severityOf(check: Check, policy: Policy): Severity {
  return policy.severities[check.id] ?? check.severity;
}
