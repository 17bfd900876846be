import { isMap, isScalar, isSeq, type YAMLMap } from "yaml";
import type { Evidence } from "#lib/model/evidence.ts";
import type { YamlFile } from "./parse-yaml.ts";

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
  /** The line at which the step begins, in its workflow or in the action of the repository that holds it. */
  readonly evidence: Evidence;
}

/** StepDefaults is what a step has from its job and its workflow. */
export interface StepDefaults {
  readonly shell: string | null;
  readonly variables: ReadonlyMap<string, string>;
}

/** StepFile is a parsed file that holds steps, with its path. */
export interface StepFile extends YamlFile {
  readonly path: string;
}

/** readStep reads one step, or a job that calls a reusable workflow. */
export function readStep(step: YAMLMap, { shell, variables }: StepDefaults, file: StepFile): WorkflowStep {
  const uses = scalarText(member(step, "uses", file));
  return {
    uses: uses === null ? null : uses.split("@", 1).join("").toLowerCase(),
    ref: uses?.includes("@") === true ? uses.slice(uses.indexOf("@") + 1) : null,
    run: scalarText(member(step, "run", file)),
    shell: scalarText(member(step, "shell", file)) ?? shell,
    with: textMap(member(step, "with", file), file),
    env: new Map([...variables, ...textMap(member(step, "env", file), file)]),
    evidence: { path: file.path, line: file.lineOf(step) },
  };
}

/** stepsOf lists the steps of a job, or of an action that is made of steps. */
export function stepsOf(of: YAMLMap, file: StepFile): readonly YAMLMap[] {
  const list = member(of, "steps", file);
  return (isSeq(list) ? list.items : []).map((item) => file.resolve(item)).filter(isMap);
}

/** textMap is the scalars of a mapping as text; anything else in it is left out. */
export function textMap(node: unknown, file: StepFile): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { key, value } of isMap(node) ? node.items : []) {
    const text = scalarText(file.resolve(value));
    if (isScalar(key) && text !== null) texts.set(String(key.value), text);
  }
  return texts;
}

/** member is what stands in a mapping under a name, with its alias resolved. */
export function member(of: YAMLMap, name: string, file: StepFile): unknown {
  return file.resolve(of.get(name, true));
}

/** scalarText is a scalar as text; null for anything else, and for an empty one. */
export function scalarText(node: unknown): string | null {
  return isScalar(node) && node.value !== null ? String(node.value) : null;
}
