import { basename, resolve } from "node:path";
import type { CheckContext } from "#lib/checks/check.ts";
import { evaluateChecks } from "#lib/checks/evaluate-checks.ts";
import { findCheck } from "#lib/checks/registry.ts";
import { catalogue } from "#lib/learn/catalogue.ts";
import { resourcesForCheck } from "#lib/learn/resources-for.ts";
import type { Finding } from "#lib/model/finding.ts";
import type { Instant } from "#lib/model/instant.ts";
import { defaultPolicy } from "#lib/model/policy.ts";
import type { Analysis, AnalyzedFinding } from "./analysis-document.ts";
import { readFolder } from "./read-folder.ts";

/**
 * analyzeFolder reads one repository on disk and judges it as of a moment, by the policy of an organization that has
 * changed nothing. Owner and visibility are not known from a folder.
 */
export async function analyzeFolder(path: string, asOf: Instant, signal: AbortSignal): Promise<Analysis> {
  const read = await readFolder(path, signal);
  const name = basename(resolve(path)).replace(/\.git$/, "");
  const repository = { owner: null, name, visibility: null };
  const context = { repository, facts: read.facts, policy: defaultPolicy, asOf };
  const findings = evaluateChecks(context).map((finding) => helped(finding, context));
  return { ...read, path, asOf, findings };
}

// The first ones are made for the check; a list of ten is read by nobody.
const resourcesMax = 3;

function helped(finding: Finding, context: CheckContext): AnalyzedFinding {
  if (finding.outcome !== "fail") return { ...finding, fix: null, resources: [] };
  const fix = findCheck(finding.checkId)?.fix?.(context, finding) ?? null;
  return { ...finding, fix, resources: resourcesForCheck(finding.checkId, catalogue).slice(0, resourcesMax) };
}
