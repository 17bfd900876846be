import type { UpdateAutomationFact } from "#lib/model/automation-facts.ts";
import { known, type Observed, unknown } from "#lib/model/observed.ts";
import { dependabotNixLine, dependabotPaths } from "./dependabot-nix.ts";
import { renovateNixLine, renovatePaths } from "./renovate-nix.ts";
import { scheduledUpdates } from "./scheduled-updates.ts";
import { type FactFamily, type SnapshotFiles, textOf } from "./snapshot-files.ts";
import { isWorkflowPath } from "./workflow.ts";
import { readWorkflows } from "./workflows.ts";

const settingsPaths: ReadonlySet<string> = new Set([...dependabotPaths, ...renovatePaths]);

/**
 * updateAutomation observes what updates flake.lock by itself: an update action or `nix flake update` that a schedule
 * starts, a `nix` entry of Dependabot, Renovate with `nix` enabled.
 *
 * Where nothing was found it is unknown if not all paths were listed, if a file that may hold an updater could not be
 * understood ("unreadable"), or if an updater may lie where nothing was read ("not-read").
 */
export const updateAutomation: FactFamily<Observed<readonly UpdateAutomationFact[]>> = {
  wants: (path) => (isWorkflowPath(path) || settingsPaths.has(path) ? "needed" : "none"),

  extract(files) {
    const { workflows, unreadable } = readWorkflows(files);
    const scheduled = scheduledUpdates(workflows);
    const dependabot = readFirst(files, dependabotPaths, dependabotNixLine);
    const renovate = readFirst(files, renovatePaths, renovateNixLine);
    const facts = [...scheduled.facts];
    const reach = { directories: null, inputs: null, startsChecks: null };
    if (typeof dependabot.line === "number")
      facts.push({ kind: "dependabot", ...reach, evidence: { path: dependabot.path, line: dependabot.line } });
    if (typeof renovate.line === "number")
      facts.push({ kind: "renovate", ...reach, evidence: { path: renovate.path, line: renovate.line } });
    if (facts.length > 0) return known(facts);
    if (!files.isComplete) return unknown("tree-truncated");
    const lines = [dependabot.line, renovate.line];
    if (unreadable.length > 0 || lines.includes("unreadable")) return unknown("unreadable");
    return scheduled.isDoubtful || lines.includes("elsewhere") ? unknown("not-read") : known([]);
  },
};

type Line = number | null | "unreadable" | "elsewhere";

interface SettingLine {
  readonly path: string;
  /** Where Nix is turned on; null when it is not, or no such file exists. */
  readonly line: Line;
}

function readFirst(files: SnapshotFiles, paths: readonly string[], findLine: (text: string) => Line): SettingLine {
  const path = paths.find((candidate) => files.entries.has(candidate));
  if (path === undefined) return { path: "", line: null };
  const text = textOf(files, path);
  return { path, line: text.known ? findLine(text.value) : "unreadable" };
}
