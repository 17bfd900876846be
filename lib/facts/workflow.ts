import { isMap, isScalar, isSeq, type YAMLMap } from "yaml";
import { parseYaml } from "./parse-yaml.ts";
import {
  member,
  readStep,
  type StepDefaults,
  type StepFile,
  scalarText,
  stepsOf,
  textMap,
  type WorkflowStep,
} from "./workflow-step.ts";

/** Workflow is a GitHub Actions workflow understood as structure. */
export interface Workflow {
  readonly path: string;
  /** Names of the events that start it. */
  readonly triggers: readonly string[];
  /** A step that several jobs share through an anchor is here once. */
  readonly steps: readonly WorkflowStep[];
}

/**
 * isWorkflowPath says whether the file is run as a workflow: directly in `.github/workflows`, or in the folders where
 * Forgejo and Gitea look for the same format. A repository that lives there and is mirrored to GitHub keeps them.
 */
export function isWorkflowPath(path: string): boolean {
  return /^\.(?:github|forgejo|gitea)\/workflows\/[^/]+\.ya?ml$/.test(path);
}

/**
 * parseWorkflow reads a workflow file. One without jobs, all of it commented out for example, has no steps: GitHub
 * runs nothing of it.
 *
 * @returns undefined when it is not YAML; that is unknown, not "does nothing".
 */
export function parseWorkflow(path: string, text: string): Workflow | undefined {
  const parsed = parseYaml(text);
  if (parsed === undefined) return undefined;
  const file = { ...parsed, path };
  return { path, triggers: readTriggers(file), steps: readSteps(file) };
}

function readSteps(file: StepFile): readonly WorkflowStep[] {
  const workflowShell = defaultShell(file.root, file);
  const workflowVariables = textMap(member(file.root, "env", file), file);
  const steps = new Map<YAMLMap, WorkflowStep>();
  const add = (step: YAMLMap, defaults: StepDefaults) => {
    if (!steps.has(step)) steps.set(step, readStep(step, defaults, file));
  };
  const jobs = member(file.root, "jobs", file);
  for (const { value } of isMap(jobs) ? jobs.items : []) {
    const job = file.resolve(value);
    if (!isMap(job)) continue;
    const variables = new Map([...workflowVariables, ...textMap(member(job, "env", file), file)]);
    if (job.has("uses")) add(job, { shell: null, variables });
    const shell = defaultShell(job, file) ?? workflowShell;
    for (const step of stepsOf(job, file)) add(step, { shell, variables });
  }
  return [...steps.values()];
}

function defaultShell(of: YAMLMap, file: StepFile): string | null {
  const defaults = member(of, "defaults", file);
  const run = isMap(defaults) ? member(defaults, "run", file) : undefined;
  return isMap(run) ? scalarText(member(run, "shell", file)) : null;
}

function readTriggers(file: StepFile): readonly string[] {
  const on = member(file.root, "on", file);
  if (isScalar(on)) return [String(on.value)];
  if (isSeq(on)) return on.items.flatMap((item) => scalarText(file.resolve(item)) ?? []);
  if (isMap(on)) return on.items.flatMap(({ key }) => (isScalar(key) ? [String(key.value)] : []));
  return [];
}
