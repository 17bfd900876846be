import type { NonFlakeFact, NonFlakeKind } from "#lib/model/facts.ts";
import { parseNix } from "#lib/nix/language/parse.ts";
import { envrcPath, lineOfUse } from "./envrc.ts";
import { onlyLoadsFlake } from "./flake-bridge.ts";
import type { FactFamily } from "./snapshot-files.ts";
import { isFile, type SnapshotFiles, textOf } from "./snapshot-files.ts";

/** The file whose presence at the root shows each way of using Nix without a flake. */
const markers: readonly (readonly [path: string, kind: NonFlakeKind])[] = [
  ["shell.nix", "shell.nix"],
  ["default.nix", "default.nix"],
  ["nix/sources.json", "niv"],
  ["npins/sources.json", "npins"],
  ["devenv.nix", "devenv"],
  ["devbox.json", "devbox"],
];

/** nonFlake observes Nix that is used without a flake: by marker files, and by what `.envrc` loads. */
export const nonFlake: FactFamily<readonly NonFlakeFact[]> = {
  wants: (path) => (path === envrcPath || bridgePaths.has(path) ? "needed" : "none"),

  extract(files) {
    const facts: NonFlakeFact[] = [];
    for (const [path, kind] of markers) {
      if (isFile(files.entries.get(path))) facts.push({ kind, isBridge: isBridge(path, files), evidence: { path } });
    }
    const envrc = textOf(files, envrcPath);
    if (!envrc.known) return facts;
    const use = lineOfUse(envrc.value, "nix");
    if (use !== undefined) facts.push({ kind: "use-nix", isBridge: false, evidence: { path: envrcPath, line: use } });
    const lorri = envrc.value.split("\n").findIndex((line) => /^\s*eval\b.*\blorri direnv\b/.test(line));
    if (lorri !== -1) facts.push({ kind: "lorri", isBridge: false, evidence: { path: envrcPath, line: lorri + 1 } });
    return facts;
  },
};

const bridgePaths: ReadonlySet<string> = new Set(["shell.nix", "default.nix"]);

// A bridge has a dozen lines; what is longer does work of its own.
const bridgeLengthMax = 4_000;

/** A file that only loads the flake, for those who do not use flakes yet. */
function isBridge(path: string, files: SnapshotFiles): boolean {
  if (!bridgePaths.has(path) || !isFile(files.entries.get("flake.nix"))) return false;
  const text = textOf(files, path);
  if (!text.known || text.value.length > bridgeLengthMax) return false;
  return onlyLoadsFlake(parseNix(text.value).expression);
}
