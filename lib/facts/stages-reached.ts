import type { StageReached } from "#lib/model/stage.ts";
import { envrcPath, lineOfUse } from "./envrc.ts";
import { buildsWithNix } from "./nix-commands.ts";
import { type FactFamily, type SnapshotFiles, textOf } from "./snapshot-files.ts";
import { isWorkflowPath, type Workflow, type WorkflowStep } from "./workflow.ts";
import { readWorkflows } from "./workflows.ts";

const wholeWorkflows: ReadonlySet<string> = new Set(["determinatesystems/ci/.github/workflows/workflow.yml"]);

/** Actions whose step enters the development environment of the flake. */
const environments: ReadonlySet<string> = new Set(["nicknovitski/nix-develop", "rrbutani/use-nix-shell-action"]);

const publishers: ReadonlySet<string> = new Set(["determinatesystems/flakehub-push", "flakestry/flakestry-publish"]);

/** stagesReached observes how far Nix reaches, each stage with the first place that shows it. */
export const stagesReached: FactFamily<readonly StageReached[]> = {
  wants: (path) => (path === envrcPath || isWorkflowPath(path) ? "needed" : "none"),

  extract(files) {
    const { workflows } = readWorkflows(files);
    return [developmentFrom(files), integrationFrom(workflows), distributionFrom(workflows)].filter(
      (reached) => reached !== undefined,
    );
  },
};

function developmentFrom(files: SnapshotFiles): StageReached | undefined {
  const text = textOf(files, envrcPath);
  const line = text.known ? lineOfUse(text.value, "flake") : undefined;
  return line === undefined ? undefined : { stage: "development", evidence: { path: envrcPath, line } };
}

/**
 * A workflow that only installs Nix reaches nothing: some step must build, check or enter the flake. How Nix came to
 * be there is not asked: runners of one's own have it, and composite actions hide the installer.
 */
function integrationFrom(workflows: readonly Workflow[]): StageReached | undefined {
  return firstStep(workflows, "continuous-integration", (step) => isWhole(step) || builds(step));
}

function builds({ uses, run, shell }: WorkflowStep): boolean {
  if (uses !== null) return environments.has(uses);
  return run !== null && (buildsWithNix(run) || (shell !== null && buildsWithNix(shell)));
}

function isWhole(step: WorkflowStep): boolean {
  return step.uses !== null && wholeWorkflows.has(step.uses);
}

/** The whole workflow of Determinate publishes when it is told a visibility. */
function distributionFrom(workflows: readonly Workflow[]): StageReached | undefined {
  return firstStep(
    workflows,
    "distribution",
    (step) => (step.uses !== null && publishers.has(step.uses)) || (isWhole(step) && step.with.has("visibility")),
  );
}

function firstStep(
  workflows: readonly Workflow[],
  stage: StageReached["stage"],
  condition: (step: WorkflowStep) => boolean,
): StageReached | undefined {
  for (const { path, steps } of workflows) {
    const step = steps.find(condition);
    if (step !== undefined) return { stage, evidence: { path, line: step.line } };
  }
  return undefined;
}
