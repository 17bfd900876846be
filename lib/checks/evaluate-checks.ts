import type { Finding } from "#lib/model/finding.ts";
import type { CheckContext } from "./check.ts";
import { checks } from "./registry.ts";

/** evaluateChecks runs every check over the facts of one repository. Pure: the same context gives the same findings. */
export function evaluateChecks(context: CheckContext): readonly Finding[] {
  return checks.flatMap((check) =>
    check.evaluate(context).map((result) => ({ checkId: check.id, checkVersion: check.version, ...result })),
  );
}
