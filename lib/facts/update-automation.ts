import { isMap, isSeq } from "yaml";
import type { UpdateAutomationFact, UpdateAutomationKind } from "#lib/model/facts.ts";
import { known, type Observed, unknown } from "#lib/model/observed.ts";
import { parseYaml } from "./parse-yaml.ts";
import { type FactFamily, type SnapshotFiles, textOf } from "./snapshot-files.ts";
import { isWorkflowPath, type Workflow } from "./workflow.ts";
import { readWorkflows } from "./workflows.ts";

const dependabotPaths = [".github/dependabot.yml", ".github/dependabot.yaml"];
const renovatePaths = [
  "renovate.json",
  "renovate.json5",
  ".github/renovate.json",
  ".github/renovate.json5",
  ".renovaterc",
  ".renovaterc.json",
];

const actions = new Map<string, UpdateAutomationKind>([
  ["determinatesystems/update-flake-lock", "update-flake-lock"],
  ["davhau/update-flake-lock", "update-flake-lock"],
  ["mic92/update-flake-inputs", "update-flake-inputs"],
]);

/**
 * updateAutomation observes what updates flake.lock by itself: an update action or `nix flake update` in a workflow
 * that a schedule starts, a `nix` entry of Dependabot, Renovate with `nix` enabled.
 * Unknown when nothing was found but a file that may hold one could not be understood.
 */
export const updateAutomation: FactFamily<Observed<readonly UpdateAutomationFact[]>> = {
  wants: (path) => isWorkflowPath(path) || dependabotPaths.includes(path) || renovatePaths.includes(path),

  extract(files) {
    const { workflows, unreadable } = readWorkflows(files);
    const dependabot = readFirst(files, dependabotPaths, dependabotNixLine);
    const renovate = readFirst(files, renovatePaths, renovateNixLine);
    const facts = workflows.flatMap(automationOfWorkflow);
    if (dependabot.line !== null)
      facts.push({ kind: "dependabot", evidence: { path: dependabot.path, line: dependabot.line } });
    if (renovate.line !== null)
      facts.push({ kind: "renovate", evidence: { path: renovate.path, line: renovate.line } });
    const isDoubtful = unreadable.length > 0 || dependabot.isUnreadable || renovate.isUnreadable || !files.isComplete;
    return facts.length === 0 && isDoubtful
      ? unknown(files.isComplete ? "unreadable" : "tree-truncated")
      : known(facts);
  },
};

function automationOfWorkflow(workflow: Workflow): UpdateAutomationFact[] {
  const isScheduled = workflow.triggers.includes("schedule");
  const facts: UpdateAutomationFact[] = [];
  for (const step of workflow.steps) {
    const kind = step.uses === null ? undefined : actions.get(step.uses);
    const evidence = { path: workflow.path, line: step.line };
    // Started by hand only, an update action automates nothing.
    if (kind !== undefined && isScheduled) facts.push({ kind, evidence });
    else if (isScheduled && step.run !== null && /\bnix\b[^\n|;&]*\bflake\s+update\b/.test(step.run)) {
      facts.push({ kind: "scheduled-update", evidence });
    }
  }
  return facts;
}

interface SettingLine {
  readonly path: string;
  /** Where Nix is turned on; null when it is not, or the file does not exist. */
  readonly line: number | null;
  readonly isUnreadable: boolean;
}

function readFirst(
  files: SnapshotFiles,
  paths: readonly string[],
  findLine: (text: string) => number | null | "unreadable",
): SettingLine {
  for (const path of paths) {
    if (!files.entries.has(path)) continue;
    const text = textOf(files, path);
    const line = text.known ? findLine(text.value) : "unreadable";
    return { path, line: line === "unreadable" ? null : line, isUnreadable: line === "unreadable" };
  }
  return { path: "", line: null, isUnreadable: false };
}

function dependabotNixLine(text: string): number | null | "unreadable" {
  const file = parseYaml(text);
  if (file === undefined) return "unreadable";
  const updates = file.root.get("updates", true);
  if (!isSeq(updates)) return null;
  for (const update of updates.items) {
    if (isMap(update) && update.get("package-ecosystem") === "nix") return file.lineOf(update);
  }
  return null;
}

/** JSON and JSON5 are read as YAML flow, which takes bare keys, single quotes and trailing commas; only comments differ. */
function renovateNixLine(text: string): number | null | "unreadable" {
  const file = parseYaml(text.replace(/^\s*\/\/.*$/gm, ""));
  if (file === undefined) return "unreadable";
  for (const name of ["nix", "lockFileMaintenance"]) {
    const setting = file.root.get(name, true);
    if (isMap(setting) && setting.get("enabled") === true) return file.lineOf(setting);
  }
  const managers = file.root.get("enabledManagers", true);
  return isSeq(managers) && managers.toJSON().includes("nix") ? file.lineOf(managers) : null;
}
