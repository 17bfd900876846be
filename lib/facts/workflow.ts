import { isMap, isScalar, isSeq, type YAMLMap } from "yaml";
import { parseYaml, type YamlFile } from "./parse-yaml.ts";

/** WorkflowStep is one step of a job, or a call of a reusable workflow (which has `uses` and no `run`). */
export interface WorkflowStep {
  /** `owner/repo/path` in lower case, without its `@ref`; null for a `run` step. */
  readonly uses: string | null;
  /** What follows the `@` of `uses`, as written; null without one. */
  readonly ref: string | null;
  readonly run: string | null;
  /** The shell that runs `run`, the step's own or the default of its job or workflow; null when none is named. */
  readonly shell: string | null;
  /** Inputs as text; anything but a scalar is left out. */
  readonly with: ReadonlyMap<string, string>;
  /** Variables as text: those of the workflow, the job and the step, the nearest counts. */
  readonly env: ReadonlyMap<string, string>;
  /** 1-based line of the step. */
  readonly line: number;
}

/** Workflow is a GitHub Actions workflow understood as structure. */
export interface Workflow {
  readonly path: string;
  /** Names of the events that start it. */
  readonly triggers: readonly string[];
  /** A step that several jobs share through an anchor is here once. */
  readonly steps: readonly WorkflowStep[];
}

/** isWorkflowPath says whether GitHub would run the file as a workflow: directly in `.github/workflows`. */
export function isWorkflowPath(path: string): boolean {
  return /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path);
}

/**
 * parseWorkflow reads a workflow file. One without jobs, all of it commented out for example, has no steps: GitHub
 * runs nothing of it.
 *
 * @returns undefined when it is not YAML; that is unknown, not "does nothing".
 */
export function parseWorkflow(path: string, text: string): Workflow | undefined {
  const file = parseYaml(text);
  return file === undefined ? undefined : { path, triggers: readTriggers(file), steps: readSteps(file) };
}

function readSteps(file: YamlFile): readonly WorkflowStep[] {
  const workflowShell = defaultShell(file.root, file);
  const workflowVariables = textMap(member(file.root, "env", file), file);
  const steps = new Map<YAMLMap, WorkflowStep>();
  const add = (step: YAMLMap, shell: string | null, variables: ReadonlyMap<string, string>) => {
    if (!steps.has(step)) steps.set(step, readStep(step, { shell, variables }, file));
  };
  const jobs = member(file.root, "jobs", file);
  for (const { value } of isMap(jobs) ? jobs.items : []) {
    const job = file.resolve(value);
    if (!isMap(job)) continue;
    const variables = new Map([...workflowVariables, ...textMap(member(job, "env", file), file)]);
    if (job.has("uses")) add(job, null, variables);
    const list = member(job, "steps", file);
    const shell = defaultShell(job, file) ?? workflowShell;
    for (const item of isSeq(list) ? list.items : []) {
      const step = file.resolve(item);
      if (isMap(step)) add(step, shell, variables);
    }
  }
  return [...steps.values()];
}

/** What a step has from its job and its workflow. */
interface StepDefaults {
  readonly shell: string | null;
  readonly variables: ReadonlyMap<string, string>;
}

function readStep(step: YAMLMap, { shell, variables }: StepDefaults, file: YamlFile): WorkflowStep {
  const uses = scalarText(member(step, "uses", file));
  return {
    uses: uses === null ? null : uses.split("@", 1).join("").toLowerCase(),
    ref: uses?.includes("@") === true ? uses.slice(uses.indexOf("@") + 1) : null,
    run: scalarText(member(step, "run", file)),
    shell: scalarText(member(step, "shell", file)) ?? shell,
    with: textMap(member(step, "with", file), file),
    env: new Map([...variables, ...textMap(member(step, "env", file), file)]),
    line: file.lineOf(step),
  };
}

function textMap(node: unknown, file: YamlFile): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { key, value } of isMap(node) ? node.items : []) {
    const text = scalarText(file.resolve(value));
    if (isScalar(key) && text !== null) texts.set(String(key.value), text);
  }
  return texts;
}

function defaultShell(of: YAMLMap, file: YamlFile): string | null {
  const defaults = member(of, "defaults", file);
  const run = isMap(defaults) ? member(defaults, "run", file) : undefined;
  return isMap(run) ? scalarText(member(run, "shell", file)) : null;
}

function readTriggers(file: YamlFile): readonly string[] {
  const on = member(file.root, "on", file);
  if (isScalar(on)) return [String(on.value)];
  if (isSeq(on)) return on.items.flatMap((item) => scalarText(file.resolve(item)) ?? []);
  if (isMap(on)) return on.items.flatMap(({ key }) => (isScalar(key) ? [String(key.value)] : []));
  return [];
}

function member(of: YAMLMap, name: string, file: YamlFile): unknown {
  return file.resolve(of.get(name, true));
}

function scalarText(node: unknown): string | null {
  return isScalar(node) && node.value !== null ? String(node.value) : null;
}
