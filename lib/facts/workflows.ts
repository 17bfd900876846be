import { pathsWhere, type SnapshotFiles, textOf } from "./snapshot-files.ts";
import { isWorkflowPath, parseWorkflow, type Workflow } from "./workflow.ts";

/** Workflows are the workflows of a repository; `unreadable` names those that could not be understood. */
export interface Workflows {
  readonly workflows: readonly Workflow[];
  readonly unreadable: readonly string[];
}

/** readWorkflows understands every workflow file of the snapshot. */
export function readWorkflows(files: SnapshotFiles): Workflows {
  const workflows: Workflow[] = [];
  const unreadable: string[] = [];
  for (const path of pathsWhere(files, isWorkflowPath)) {
    const text = textOf(files, path);
    const workflow = text.known ? parseWorkflow(path, text.value) : undefined;
    if (workflow === undefined) unreadable.push(path);
    else workflows.push(workflow);
  }
  return { workflows, unreadable };
}
