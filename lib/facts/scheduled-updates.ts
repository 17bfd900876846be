import type { UpdateAutomationFact, UpdateAutomationKind } from "#lib/model/automation-facts.ts";
import { nixCommands, shellCommands } from "./nix-commands.ts";
import type { Workflow } from "./workflow.ts";
import type { WorkflowStep } from "./workflow-step.ts";

/** ScheduledUpdates are the updates that schedules start. `isDoubtful`: something else that they start may be one. */
export interface ScheduledUpdates {
  readonly facts: readonly UpdateAutomationFact[];
  readonly isDoubtful: boolean;
}

const actions = new Map<string, UpdateAutomationKind>([
  ["determinatesystems/update-flake-lock", "update-flake-lock"],
  ["davhau/update-flake-lock", "update-flake-lock"],
  ["mic92/update-flake-inputs", "update-flake-inputs"],
  ["mic92/update-flake-inputs-gitea", "update-flake-inputs"],
]);

/**
 * scheduledUpdates finds the update actions and the `nix flake update` in what a schedule starts, also through a
 * workflow of the same repository that is called. Started by hand or by a push only, an update automates nothing; one
 * that a push starts and that commits is doubtful, as in a repository that is pushed to every day it is as good.
 *
 * Doubtful is what is not read here but speaks of updates: a workflow or an action elsewhere, a script, and
 * `nix flake update` where nothing commits the result (it may only try out what is newest).
 */
export function scheduledUpdates(workflows: readonly Workflow[]): ScheduledUpdates {
  const scheduled = startedBy("schedule", workflows);
  const pushed = startedBy("push", workflows).filter((workflow) => workflow.steps.some(commits));
  return {
    facts: scheduled.flatMap(updatesOf),
    isDoubtful: scheduled.some(mayUpdate) || pushed.some(({ steps }) => steps.some(mayUpdateItself)),
  };
}

/** Those that an event starts, and those that they call. */
function startedBy(event: string, workflows: readonly Workflow[]): readonly Workflow[] {
  const byCall = new Map(workflows.map((workflow) => [`./${workflow.path.toLowerCase()}`, workflow]));
  const started = new Set(workflows.filter((workflow) => workflow.triggers.includes(event)));
  // The set grows while it is walked: a called workflow may call others.
  for (const { steps } of started) {
    for (const { uses } of steps) {
      const called = uses === null ? undefined : byCall.get(uses);
      if (called !== undefined) started.add(called);
    }
  }
  return [...started];
}

function updatesOf(workflow: Workflow): readonly UpdateAutomationFact[] {
  const isCommitted = workflow.steps.some(commits);
  const facts: UpdateAutomationFact[] = [];
  for (const step of workflow.steps) {
    const { evidence } = step;
    const kind = step.uses === null ? undefined : actions.get(step.uses);
    if (kind !== undefined) {
      const reach = reachOfAction(kind, step);
      // Pushed once more, perhaps by a person's token, the proposal may start workflows after all.
      const startsChecks = reach.startsChecks === false && workflow.steps.some(pushes) ? null : reach.startsChecks;
      facts.push({ kind, ...reach, startsChecks, evidence });
    }
    if (kind === undefined && isCommitted && updatesLock(step))
      facts.push({ kind: "scheduled-update", ...unknownReach, evidence });
  }
  return facts;
}

const unknownReach = { directories: null, inputs: null, startsChecks: null } as const;

/**
 * update-flake-lock works in the root unless it is given other folders, and on all inputs unless `inputs`
 * names some; update-flake-inputs takes every flake of the repository. A pull request that is opened with the workflow's
 * own token starts no workflow (GitHub Docs, "Triggering a workflow from a workflow").
 */
function reachOfAction(
  kind: UpdateAutomationKind,
  { with: inputs }: WorkflowStep,
): Pick<UpdateAutomationFact, "directories" | "inputs" | "startsChecks"> {
  const token = inputs.get("token") ?? inputs.get("gitea-token") ?? inputs.get("github-token") ?? "";
  const isDefaultToken = token === "" || /github\.token|secrets\.GITHUB_TOKEN/i.test(token);
  const startsChecks = !isDefaultToken;
  if (kind === "update-flake-inputs") return { directories: null, inputs: null, startsChecks };
  const directories = directoriesOf(inputs);
  const names = (inputs.get("inputs") ?? "").split(/[\s,]+/).filter((name) => name !== "");
  return {
    directories: directories.some((directory) => directory.includes("${{")) ? null : directories,
    inputs: names.length === 0 || names.some((name) => name.includes("${{")) ? null : names,
    startsChecks,
  };
}

/** One folder; several where `flake-dirs` of the fork by DavHau lists them, as dream2nix does. */
function directoriesOf(inputs: WorkflowStep["with"]): readonly string[] {
  const listed = (inputs.get("flake-dirs") ?? "").split(/\s+/).filter((directory) => directory !== "");
  const given = listed.length > 0 ? listed : [inputs.get("path-to-flake-dir") ?? ""];
  return given.map((directory) => directory.replace(/^\.?\/+|\/+$/g, "") || ".");
}

/** `nix flake update`, or its older spellings `nix flake lock --update-input` and `--recreate-lock-file`. */
function updatesLock({ run }: WorkflowStep): boolean {
  return nixCommands(run ?? "").some(
    (words) =>
      words.includes("--update-input") ||
      words.includes("--recreate-lock-file") ||
      words.some((word, index) => word === "flake" && words[index + 1] === "update"),
  );
}

/** By an action with such a name (create-pull-request, git-auto-commit-action), or by git or gh itself. */
function commits({ uses, run }: WorkflowStep): boolean {
  if (uses !== null) return /pull-request|commit|git(?:hub)?-push/.test(uses);
  const opens = (words: readonly string[]) => words.includes("gh") && words.includes("pr");
  return pushes({ run }) || shellCommands(run ?? "").some(opens);
}

function pushes({ run }: Pick<WorkflowStep, "run">): boolean {
  return shellCommands(run ?? "").some((words) => words.includes("git") && words.includes("push"));
}

const updateWords = /updat|upgrad|bump/;
const ownWords = /updat|upgrad|bump|flake|depend|deps/;
const runners: ReadonlySet<string> = new Set(["nix", "just", "make", "task", "bash", "sh"]);

function mayUpdate({ path, steps }: Workflow): boolean {
  return steps.some((step) => mayUpdateItself(step) || mayCallAnUpdate(step, path));
}

function mayUpdateItself(step: WorkflowStep): boolean {
  return step.uses === null && (updatesLock(step) || shellCommands(step.run ?? "").some(runsUpdateScript));
}

function mayCallAnUpdate({ uses }: WorkflowStep, path: string): boolean {
  if (uses === null) return false;
  // Workflows of this repository were looked into.
  if (actions.has(uses) || uses.startsWith("./.github/workflows/")) return false;
  const isOwn = uses.startsWith("./") || uses.includes("/.github/workflows/");
  if (isOwn) return ownWords.test(uses) || ownWords.test(path.toLowerCase());
  return /flake|nix/.test(uses) && updateWords.test(uses);
}

function runsUpdateScript([program = "", ...rest]: readonly string[]): boolean {
  const runs = runners.has(program) || program.includes("/");
  return runs && updateWords.test([program, ...rest].join(" "));
}
