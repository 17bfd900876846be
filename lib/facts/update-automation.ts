import type { UpdateAutomationFact } from "#lib/model/automation-facts.ts";
import { known, type Observed, unknown } from "#lib/model/observed.ts";
import { dependabotNixEntries, dependabotPaths } from "./dependabot-nix.ts";
import { holdsSteps } from "./local-actions.ts";
import { renovateNix, renovatePaths } from "./renovate-nix.ts";
import { scheduledUpdates } from "./scheduled-updates.ts";
import { type FactFamily, type SnapshotFiles, textOf } from "./snapshot-files.ts";
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
  wants: (path) => (holdsSteps(path) || settingsPaths.has(path) ? "needed" : "none"),

  extract(files) {
    const { workflows, unreadable } = readWorkflows(files);
    const scheduled = scheduledUpdates(workflows);
    const dependabot = readFirst(files, dependabotPaths, dependabotNixEntries);
    const renovate = readFirst(files, renovatePaths, renovateNix, (answer) => answer !== "no-config");
    const facts = [...scheduled.facts, ...dependabotFacts(dependabot), ...renovateFacts(renovate)];
    if (facts.length > 0) return known(facts);
    if (!files.isComplete) return unknown("tree-truncated");
    const settings = [dependabot?.setting, renovate?.setting];
    if (unreadable.length > 0 || settings.includes("unreadable")) return unknown("unreadable");
    return scheduled.isDoubtful || settings.includes("elsewhere") ? unknown("not-read") : known([]);
  },
};

function dependabotFacts(found: Found<ReturnType<typeof dependabotNixEntries>>): readonly UpdateAutomationFact[] {
  if (found === null || found.setting === "unreadable") return [];
  return found.setting.map(({ line, directories }) => ({
    kind: "dependabot",
    directories,
    inputs: null,
    startsChecks: true,
    evidence: { path: found.path, line },
  }));
}

/** Renovate looks for flakes in the whole repository, and opens its proposals as an app of its own. */
function renovateFacts(found: Found<ReturnType<typeof renovateNix>>): readonly UpdateAutomationFact[] {
  if (found === null || found.setting === null || typeof found.setting === "string") return [];
  const { path, setting } = found;
  const reach = { directories: null, inputs: null, startsChecks: true };
  const { line, maintenanceLine } = setting;
  const nix: UpdateAutomationFact = { kind: "renovate", ...reach, evidence: { path, line } };
  if (maintenanceLine === null) return [nix];
  return [nix, { kind: "renovate-lock-maintenance", ...reach, evidence: { path, line: maintenanceLine } }];
}

/** What the first of several files says; null when none exists, or none of those that do counts. */
type Found<Setting> = { readonly path: string; readonly setting: Setting | "unreadable" } | null;

function readFirst<Setting>(
  files: SnapshotFiles,
  paths: readonly string[],
  read: (text: string, path: string) => Setting,
  counts: (setting: Setting) => boolean = () => true,
): Found<Setting> {
  for (const path of paths.filter((candidate) => files.entries.has(candidate))) {
    const text = textOf(files, path);
    const setting = text.known ? read(text.value, path) : "unreadable";
    if (setting === "unreadable" || counts(setting)) return { path, setting };
  }
  return null;
}
