import { posix } from "node:path";
import type { FlakeCheckerUse } from "#lib/model/automation-facts.ts";
import { known, type Observed, unknown } from "#lib/model/observed.ts";
import { attributeBindings } from "./attribute-bindings.ts";
import { holdsSteps } from "./local-actions.ts";
import { shellCommands } from "./nix-commands.ts";
import { nixFilesRead } from "./nix-files-read.ts";
import { type NixSource, readNixSources } from "./nix-sources.ts";
import { type FactFamily, pathsWhere, type SnapshotFiles, textOf, unreadReason } from "./snapshot-files.ts";
import type { Workflow } from "./workflow.ts";
import type { WorkflowStep } from "./workflow-step.ts";
import { readWorkflows } from "./workflows.ts";

const actions: ReadonlySet<string> = new Set([
  "determinatesystems/flake-checker-action",
  "determinatesystems/nix-flake-checker-action",
]);

const commandFiles: ReadonlySet<string> = new Set(["justfile", ".justfile", "makefile"]);

/**
 * flakeCheckerUse observes where flake-checker runs: its action, a command in a workflow, a justfile or a Makefile, and
 * the hook of git-hooks.nix. It only warns unless it is told to fail.
 */
export const flakeCheckerUse: FactFamily<Observed<readonly FlakeCheckerUse[]>> = {
  wants(path) {
    if (holdsSteps(path)) return "needed";
    return path.endsWith(".nix") || isCommandFile(path) ? "welcome" : "none";
  },

  extract(files) {
    const { workflows, unreadable } = readWorkflows(files);
    const uses = [
      ...workflows.flatMap(usesOfWorkflow),
      ...readNixSources(files).flatMap(hooksOf),
      ...pathsWhere(files, isCommandFile).flatMap((path) => commandsOf(path, files)),
    ];
    const { total, read } = nixFilesRead(files);
    // A hook may stand in any Nix file, and those beyond the bounds were not read.
    const reason = unreadReason(files, unreadable.length > 0) ?? (read < total ? "not-read" : null);
    return uses.length > 0 || reason === null ? known(uses) : unknown(reason);
  },
};

function isCommandFile(path: string): boolean {
  return !path.includes("/") && commandFiles.has(posix.basename(path).toLowerCase());
}

function usesOfWorkflow({ steps }: Workflow): readonly FlakeCheckerUse[] {
  return steps.flatMap((step): readonly FlakeCheckerUse[] => {
    const { evidence } = step;
    if (step.uses !== null && actions.has(step.uses)) return [{ by: "action", mode: actionMode(step), evidence }];
    const command = checkerCommand(step.run ?? "");
    return command === undefined ? [] : [{ by: "command", mode: commandMode(command), evidence }];
  });
}

function actionMode(step: WorkflowStep): FlakeCheckerUse["mode"] {
  const mode = step.with.get("fail-mode") ?? "false";
  if (mode.includes("${{")) return null;
  return mode === "true" ? "enforce" : "warn";
}

function checkerCommand(script: string): readonly string[] | undefined {
  return shellCommands(script).find((words) => words.some((word) => /(?:^|\/|#)flake-checker(?:$|[?#])/.test(word)));
}

function commandMode(words: readonly string[]): FlakeCheckerUse["mode"] {
  return words.some((word) => word === "-f" || word === "--fail-mode") ? "enforce" : "warn";
}

/** `hooks.flake-checker.enable = true`; git-hooks.nix runs it with `-f` (modules/hooks.nix). */
function hooksOf({ path, text, expression }: NixSource): readonly FlakeCheckerUse[] {
  // Few files name it, and walking through all the others costs more than everything else here.
  if (!text.text.includes("flake-checker")) return [];
  const uses: FlakeCheckerUse[] = [];
  for (const { path: names, value, start } of attributeBindings(expression)) {
    const [hooks, hook, enable] = names.slice(-3);
    const isHook = hooks === "hooks" && hook === "flake-checker" && enable === "enable";
    if (!isHook || value.kind !== "identifier" || value.name !== "true") continue;
    uses.push({ by: "hook", mode: "enforce", evidence: { path, line: text.positionAt(start).line } });
  }
  return uses;
}

function commandsOf(path: string, files: SnapshotFiles): readonly FlakeCheckerUse[] {
  const text = textOf(files, path);
  const lines = text.known ? text.value.split("\n") : [];
  return lines.flatMap((line, index): readonly FlakeCheckerUse[] => {
    const command = line.length > 1_000 ? undefined : checkerCommand(line.replace(/^[\s@-]+/, ""));
    if (command === undefined) return [];
    return [{ by: "command", mode: commandMode(command), evidence: { path, line: index + 1 } }];
  });
}
