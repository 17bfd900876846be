import { basename, resolve } from "node:path";
import { evaluateChecks } from "#lib/checks/evaluate-checks.ts";
import type { Instant } from "#lib/model/instant.ts";
import { defaultPolicy } from "#lib/model/policy.ts";
import type { Analysis } from "./analysis-document.ts";
import { readFolder } from "./read-folder.ts";

/**
 * analyzeFolder reads one repository on disk and judges it as of a moment, by the policy of an organization that has
 * changed nothing. Owner and visibility are not known from a folder.
 */
export async function analyzeFolder(path: string, asOf: Instant, signal: AbortSignal): Promise<Analysis> {
  const read = await readFolder(path, signal);
  const name = basename(resolve(path)).replace(/\.git$/, "");
  const repository = { owner: null, name, visibility: null };
  const findings = evaluateChecks({ repository, facts: read.facts, policy: defaultPolicy, asOf });
  return { ...read, path, asOf, findings };
}
