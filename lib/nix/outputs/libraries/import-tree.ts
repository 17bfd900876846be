import type { Evaluator } from "../evaluator.ts";
import { resolvePath } from "../file-paths.ts";
import type { Library } from "../library.ts";
import { setOf } from "../set-operations.ts";
import { functionValue, Lazy, listValue, opaque, type Value } from "../value.ts";

/**
 * importTree is vic/import-tree: a module that imports every `.nix` file below a folder, but for those with `/_` in the path.
 *
 * Source: vic/import-tree, default.nix.
 */
export const importTree: Library = {
  name: "import-tree",
  repositories: ["import-tree"],
  member: (evaluator, path) => {
    if (path.length !== 1 || path[0] !== "__functor") return undefined;
    return functionValue((folder) => treeModule(evaluator, folder.force()));
  },
};

function treeModule(evaluator: Evaluator, folder: Value): Value {
  const files = folder.kind === "path" ? evaluator.filesBelow(folder.path) : null;
  if (folder.kind !== "path" || files === null) return opaque;
  const modules = files.filter((file) => file.endsWith(".nix") && !`/${file}`.includes("/_"));
  const imports = modules.map((file) => Lazy.of({ kind: "path", path: resolvePath(folder.path, file) }));
  return setOf([["imports", Lazy.of(listValue(imports))]]);
}
