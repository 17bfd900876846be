import { isMap, isScalar, isSeq, type YAMLMap } from "yaml";
import { parseYaml, type YamlFile } from "./parse-yaml.ts";

/** WorkflowStep is one step of a job, or a call of a reusable workflow (which has `uses` and no `run`). */
export interface WorkflowStep {
  /** `owner/repo/path` in lower case, without its `@ref`; null for a `run` step. */
  readonly uses: string | null;
  readonly run: string | null;
  /** Inputs as text; anything but a scalar is left out. */
  readonly with: ReadonlyMap<string, string>;
  /** 1-based line of the step. */
  readonly line: number;
}

/** Workflow is a GitHub Actions workflow understood as structure. */
export interface Workflow {
  readonly path: string;
  /** Names of the events that start it. */
  readonly triggers: readonly string[];
  readonly steps: readonly WorkflowStep[];
}

/** isWorkflowPath says whether GitHub would run the file as a workflow: directly in `.github/workflows`. */
export function isWorkflowPath(path: string): boolean {
  return /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path);
}

/**
 * parseWorkflow reads a workflow file.
 *
 * @returns undefined when it is not YAML or not a workflow; that is unknown, not "does nothing".
 */
export function parseWorkflow(path: string, text: string): Workflow | undefined {
  const file = parseYaml(text);
  if (file === undefined) return undefined;
  const jobs = file.root.get("jobs", true);
  if (!isMap(jobs)) return undefined;
  const steps: WorkflowStep[] = [];
  for (const job of jobs.items) {
    if (!isMap(job.value)) continue;
    if (job.value.has("uses")) steps.push(readStep(job.value, file));
    const list = job.value.get("steps", true);
    if (!isSeq(list)) continue;
    for (const step of list.items) if (isMap(step)) steps.push(readStep(step, file));
  }
  return { path, triggers: readTriggers(file.root.get("on", true)), steps };
}

function readStep(step: YAMLMap, file: YamlFile): WorkflowStep {
  const inputs = new Map<string, string>();
  const given = step.get("with", true);
  if (isMap(given)) {
    for (const { key, value } of given.items) {
      const text = scalarText(value);
      if (isScalar(key) && text !== null) inputs.set(String(key.value), text);
    }
  }
  const uses = scalarText(step.get("uses", true));
  return {
    uses: uses === null ? null : uses.split("@", 1).join("").toLowerCase(),
    run: scalarText(step.get("run", true)),
    with: inputs,
    line: file.lineOf(step),
  };
}

function readTriggers(on: unknown): readonly string[] {
  if (isScalar(on)) return [String(on.value)];
  if (isSeq(on)) return on.items.flatMap((item) => (isScalar(item) ? [String(item.value)] : []));
  if (isMap(on)) return on.items.flatMap(({ key }) => (isScalar(key) ? [String(key.value)] : []));
  return [];
}

function scalarText(node: unknown): string | null {
  return isScalar(node) && node.value !== null ? String(node.value) : null;
}
