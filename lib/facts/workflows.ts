import { localActions } from "./local-actions.ts";
import { oncePerSnapshot, pathsWhere, textOf } from "./snapshot-files.ts";
import { isWorkflowPath, parseWorkflow, type Workflow } from "./workflow.ts";

/** Workflows are the workflows of a repository; `unreadable` names the files that could not be understood. */
export interface Workflows {
  readonly workflows: readonly Workflow[];
  readonly unreadable: readonly string[];
}

// All workflows of a large repository have some hundred thousand characters; one that generates them, three million.
const totalLengthMax = 4_000_000;

/**
 * readWorkflows understands every workflow file of the snapshot, in order of their paths, up to a bound for all together.
 * Where a step calls an action of the repository itself, the steps of that action stand in its place.
 */
export const readWorkflows = oncePerSnapshot((files): Workflows => {
  const workflows: Workflow[] = [];
  const unreadable: string[] = [];
  const actions = localActions(files);
  let totalLength = 0;
  for (const path of pathsWhere(files, isWorkflowPath)) {
    const text = textOf(files, path);
    totalLength += text.known ? text.value.length : 0;
    const workflow = text.known && totalLength <= totalLengthMax ? parseWorkflow(path, text.value) : undefined;
    if (workflow === undefined) unreadable.push(path);
    else workflows.push({ ...workflow, steps: actions.expand(workflow.steps) });
  }
  return { workflows, unreadable: [...unreadable, ...actions.unreadable] };
});
