import { posix } from "node:path";
import type { CacheFact, CacheFacts } from "#lib/model/cache-facts.ts";
import type { Evidence } from "#lib/model/evidence.ts";
import type { UnknownReason } from "#lib/model/observed.ts";
import { mayHideCache, workflowCaches } from "./cache-actions.ts";
import { holdsSteps } from "./local-actions.ts";
import { moduleSettings } from "./module-settings.ts";
import { confSettings, type NixSetting, settingName, settingValue } from "./nix-setting.ts";
import { readNixSources } from "./nix-sources.ts";
import { readFlakes } from "./read-flakes.ts";
import { settingFacts } from "./setting-facts.ts";
import { type FactFamily, oncePerSnapshot, type SnapshotFiles, textOf } from "./snapshot-files.ts";
import type { Workflow } from "./workflow.ts";
import { workflowSettings } from "./workflow-settings.ts";
import { readWorkflows } from "./workflows.ts";

const confPaths: readonly string[] = ["nix.conf", ".config/nix/nix.conf", "nix/nix.conf"];
const garnixPath = "garnix.yaml";

/**
 * caching observes caches, keys and trust: in the `nixConfig` of main flakes, workflows, a committed nix.conf, modules,
 * and the services that bring a cache of their own. Whether the default public cache is in use besides cannot be seen in
 * a repository, and nothing here says so.
 */
export const caching: FactFamily<CacheFacts> = {
  wants(path) {
    if (holdsSteps(path) || posix.basename(path) === "flake.nix" || confPaths.includes(path)) return "needed";
    return path.endsWith(".nix") ? "welcome" : "none";
  },

  extract(files) {
    const { workflows } = readWorkflows(files);
    const facts = settingFacts(nixSettings(files));
    return {
      ...facts,
      caches: [...workflows.flatMap(workflowCaches), ...garnixCache(files), ...facts.caches],
      mayHideCache: hiddenCache(workflows),
      unread: whyUnread(files),
    };
  },
};

/** nixSettings are all settings of Nix that the files of a repository make. */
export const nixSettings = oncePerSnapshot((files): readonly NixSetting[] => {
  const { workflows } = readWorkflows(files);
  return [
    ...flakeSettings(files),
    ...workflows.flatMap(workflowSettings),
    ...confPaths.flatMap((path) => confFileSettings(path, files)),
    ...readNixSources(files).flatMap(moduleSettings),
  ];
});

function flakeSettings(files: SnapshotFiles): readonly NixSetting[] {
  return readFlakes(files).flatMap(({ directory, role, content }) => {
    if (role !== "main" || content.status !== "parsed") return [];
    const path = posix.join(directory, "flake.nix");
    return content.flake.nixConfig.map(({ name, value, line }) => ({
      ...settingName(name),
      ...settingValue([value].flat().map(String)),
      source: "nix-config" as const,
      evidence: { path, line },
    }));
  });
}

function confFileSettings(path: string, files: SnapshotFiles): readonly NixSetting[] {
  const text = textOf(files, path);
  return text.known ? confSettings(text.value, "nix.conf", (line) => ({ path, line })) : [];
}

/** garnix builds a repository that has this file, and serves what it built. Without the file it may as well. */
function garnixCache({ entries }: SnapshotFiles): readonly CacheFact[] {
  if (!entries.has(garnixPath)) return [];
  const evidence = { path: garnixPath };
  return [{ name: "cache.garnix.io", class: "ambiguous", source: "service", url: null, evidence }];
}

function hiddenCache(workflows: readonly Workflow[]): Evidence | null {
  return workflows.flatMap(({ steps }) => steps).find(mayHideCache)?.evidence ?? null;
}

function whyUnread(files: SnapshotFiles): UnknownReason | null {
  if (!files.isComplete) return "tree-truncated";
  const isFlakeUnread = readFlakes(files).some(
    ({ role, content }) => role === "main" && (content.status === "unread" || content.flake.parse.status === "error"),
  );
  const isConfUnread = confPaths.some((path) => files.entries.has(path) && !textOf(files, path).known);
  return isFlakeUnread || isConfUnread || readWorkflows(files).unreadable.length > 0 ? "unreadable" : null;
}
