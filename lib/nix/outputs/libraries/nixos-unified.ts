import type { Evaluator } from "../evaluator.ts";
import { resolvePath } from "../file-paths.ts";
import { folderEntries } from "../folder-entries.ts";
import type { Library } from "../library.ts";
import { setOf } from "../set-operations.ts";
import { curried, Lazy, listValue, opaque, stringValue, type Value } from "../value.ts";
import { mkFlake } from "./flake-parts.ts";

/**
 * nixosUnified is srid/nixos-unified: flake-parts with the modules of one folder imported.
 *
 * Source: srid/nixos-unified, flake.nix (`lib.mkFlake`).
 */
export const nixosUnified: Library = {
  name: "nixos-unified",
  repositories: ["nixos-unified", "nixos-flake"],
  member: (evaluator, [lib, name]) => {
    if (lib !== "lib" || name !== "mkFlake") return undefined;
    return curried(1, (options = Lazy.of(opaque)) => unifiedFlake(evaluator, options.force()));
  },
};

const moduleFolders = ["nix/modules/flake", "modules/flake", "nix/modules/flake-parts", "modules/flake-parts"];
const defaultSystems = ["x86_64-linux", "x86_64-darwin", "aarch64-linux", "aarch64-darwin"];

function unifiedFlake(evaluator: Evaluator, options: Value): Value {
  const given = evaluator.select(options, "systems");
  const systems = given.kind === "list" ? given : listValue(defaultSystems.map((name) => Lazy.of(stringValue(name))));
  const imports = Lazy.of(moduleFiles(evaluator, evaluator.select(options, "root")));
  return mkFlake(
    evaluator,
    options,
    setOf([
      ["systems", Lazy.of(systems)],
      ["imports", imports],
    ]),
  );
}

function moduleFiles(evaluator: Evaluator, root: Value): Value {
  const folder = root.kind === "path" ? root.path : evaluator.directory;
  for (const candidate of moduleFolders) {
    const path = resolvePath(folder, candidate);
    const entries = folderEntries(evaluator, path);
    if (!entries) return listValue([], false);
    if (entries.length === 0) continue;
    return listValue(entries.map(({ name }) => Lazy.of({ kind: "path", path: resolvePath(path, name) })));
  }
  return listValue([], false);
}
