import { posix } from "node:path";
import { isMap } from "yaml";
import { parseYaml } from "./parse-yaml.ts";
import { pathsWhere, type SnapshotFiles, textOf } from "./snapshot-files.ts";
import { isWorkflowPath } from "./workflow.ts";
import { member, readStep, scalarText, stepsOf, type WorkflowStep } from "./workflow-step.ts";

/** holdsSteps says whether a file is read for steps: a workflow, or an action that the repository keeps for itself. */
export function holdsSteps(path: string): boolean {
  return isWorkflowPath(path) || isActionPath(path);
}

/** Anywhere below `.github`, or not far from the root: deeper ones are copies of somebody else's. */
function isActionPath(path: string): boolean {
  return /^(?:\.github\/(?:.+\/)?|(?:[^/]+\/){0,3})action\.ya?ml$/.test(path);
}

/** LocalActions goes from a step that calls an action of the repository to the steps of that action. */
export interface LocalActions {
  /**
   * The steps with those of called actions in place of the call, each action once: what several jobs share is here once.
   * A call of an action that is no list of steps (it runs JavaScript or a container) stays as it is.
   */
  expand(steps: readonly WorkflowStep[]): readonly WorkflowStep[];
  /** The called actions whose file could not be understood, so far. */
  readonly unreadable: ReadonlySet<string>;
}

/** localActions reads the actions of a repository as far as `expand` asks for them. GitHub finds `./path` from the root. */
export function localActions(files: SnapshotFiles): LocalActions {
  // `uses` is in lower case, and so is the folder that it names here.
  const paths = new Map(pathsWhere(files, isActionPath).map((path) => [posix.dirname(path).toLowerCase(), path]));
  const unreadable = new Set<string>();

  const stepsOfCall = ({ uses, env }: WorkflowStep, called: Set<string>): readonly WorkflowStep[] | undefined => {
    const path = uses?.startsWith("./") === true ? paths.get(posix.normalize(uses).replace(/\/$/, "")) : undefined;
    if (path === undefined) return undefined;
    if (called.has(path)) return [];
    const steps = readAction(path, files, env);
    if (steps === "unreadable") unreadable.add(path);
    if (steps === "unreadable" || steps === "no-steps") return undefined;
    called.add(path);
    return steps.flatMap((step) => stepsOfCall(step, called) ?? [step]);
  };
  return {
    expand: (steps) => {
      const called = new Set<string>();
      return steps.flatMap((step) => stepsOfCall(step, called) ?? [step]);
    },
    unreadable,
  };
}

function readAction(
  path: string,
  files: SnapshotFiles,
  variables: WorkflowStep["env"],
): readonly WorkflowStep[] | "no-steps" | "unreadable" {
  const text = textOf(files, path);
  const parsed = text.known ? parseYaml(text.value) : undefined;
  if (parsed === undefined) return "unreadable";
  const file = { ...parsed, path };
  const runs = member(file.root, "runs", file);
  if (!isMap(runs) || scalarText(member(runs, "using", file)) !== "composite") return "no-steps";
  return stepsOf(runs, file).map((step) => readStep(step, { shell: null, variables }, file));
}
