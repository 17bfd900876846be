import type { StageReached } from "#lib/model/stage.ts";
import { type FactFamily, type SnapshotFiles, textOf } from "./snapshot-files.ts";
import { isWorkflowPath, type Workflow, type WorkflowStep } from "./workflow.ts";
import { readWorkflows } from "./workflows.ts";

const envrcPath = ".envrc";

const installers: ReadonlySet<string> = new Set([
  "determinatesystems/nix-installer-action",
  "determinatesystems/determinate-nix-action",
  "cachix/install-nix-action",
  "nixos/nix-installer-action",
  "nixbuild/nix-quick-install-action",
  "samueldr/lix-gha-installer-action",
]);

const wholeWorkflows: ReadonlySet<string> = new Set(["determinatesystems/ci/.github/workflows/workflow.yml"]);

const publishers: ReadonlySet<string> = new Set(["determinatesystems/flakehub-push", "flakestry/flakestry-publish"]);

const nixCommand = /\bnix\s+(?:-\S+\s+)*(?:build|develop|run|flake\s+check|fmt)\b|\bnix-(?:build|shell)\b/;

/** stagesReached observes how far Nix reaches, each stage with the first place that shows it. */
export const stagesReached: FactFamily<readonly StageReached[]> = {
  wants: (path) => path === envrcPath || isWorkflowPath(path),

  extract(files) {
    const { workflows } = readWorkflows(files);
    return [developmentFrom(files), integrationFrom(workflows), distributionFrom(workflows)].filter(
      (reached) => reached !== undefined,
    );
  },
};

function developmentFrom(files: SnapshotFiles): StageReached | undefined {
  const text = textOf(files, envrcPath);
  if (!text.known) return undefined;
  const index = text.value.split("\n").findIndex((line) => /^\s*use[ _]flake\b/.test(line));
  return index === -1 ? undefined : { stage: "development", evidence: { path: envrcPath, line: index + 1 } };
}

/** A workflow that only installs Nix reaches nothing: some job must build, check or enter the flake. */
function integrationFrom(workflows: readonly Workflow[]): StageReached | undefined {
  for (const { path, steps } of workflows) {
    const installs = steps.some((step) => step.uses !== null && installers.has(step.uses));
    const step = steps.find((one) => isWhole(one) || (installs && one.run !== null && nixCommand.test(one.run)));
    if (step !== undefined) return { stage: "continuous-integration", evidence: { path, line: step.line } };
  }
  return undefined;
}

function isWhole(step: WorkflowStep): boolean {
  return step.uses !== null && wholeWorkflows.has(step.uses);
}

function distributionFrom(workflows: readonly Workflow[]): StageReached | undefined {
  for (const { path, steps } of workflows) {
    const step = steps.find((one) => one.uses !== null && (publishers.has(one.uses) || publishesWhole(one)));
    if (step !== undefined) return { stage: "distribution", evidence: { path, line: step.line } };
  }
  return undefined;
}

/** The whole workflow of Determinate publishes when it is told a visibility. */
function publishesWhole(step: WorkflowStep): boolean {
  return isWhole(step) && step.with.has("visibility");
}
