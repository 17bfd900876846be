import type { CacheClass, CacheFact } from "#lib/model/facts.ts";
import { known, type Observed, unknown } from "#lib/model/observed.ts";
import type { FactFamily } from "./snapshot-files.ts";
import { isWorkflowPath, type WorkflowStep } from "./workflow.ts";
import { readWorkflows } from "./workflows.ts";

/**
 * cacheActions: the actions that set up a cache, and who may read it as far as the file can show. Cachix needs the
 * same `authToken` for pushing to a public and for pulling from a private cache, so it stays ambiguous.
 */
const cacheActions = new Map<string, CacheClass | ((step: WorkflowStep) => CacheClass)>([
  ["determinatesystems/flakehub-cache-action", "private"],
  ["determinatesystems/ci/.github/workflows/workflow.yml", "private"],
  [
    "determinatesystems/magic-nix-cache-action",
    (step) => (["enabled", "true"].includes(step.with.get("use-flakehub") ?? "") ? "private" : "ci-only"),
  ],
  ["cachix/cachix-action", "ambiguous"],
  ["nix-community/cache-nix-action", "ci-only"],
  ["ryanccn/attic-action", (step) => (step.with.has("token") ? "private" : "ambiguous")],
  ["nixbuild/nixbuild-action", "private"],
]);

/**
 * caches observes the caches that workflows set up. Whether the default public cache is in use besides cannot be
 * seen in a repository, and nothing here says so.
 */
export const caches: FactFamily<Observed<readonly CacheFact[]>> = {
  wants: isWorkflowPath,

  extract(files) {
    const { workflows, unreadable } = readWorkflows(files);
    const facts: CacheFact[] = [];
    for (const workflow of workflows) {
      for (const step of workflow.steps) {
        const found = step.uses === null ? undefined : cacheActions.get(step.uses);
        if (found === undefined || step.uses === null) continue;
        facts.push({
          name: step.with.get("name") ?? step.uses,
          class: typeof found === "function" ? found(step) : found,
          evidence: { path: workflow.path, line: step.line },
        });
      }
    }
    const isDoubtful = unreadable.length > 0 || !files.isComplete;
    return facts.length === 0 && isDoubtful
      ? unknown(files.isComplete ? "unreadable" : "tree-truncated")
      : known(facts);
  },
};
