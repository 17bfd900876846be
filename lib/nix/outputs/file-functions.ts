import type { Evaluator } from "./evaluator.ts";
import { parentFolder, resolvePath } from "./file-paths.ts";
import { setOf } from "./set-operations.ts";
import { booleanValue, emptySet, Lazy, listValue, opaque, opaqueSet, stringValue, type Value } from "./value.ts";

/** importValue is `import value`: a file of the repository, or something opaque. */
export function importValue(evaluator: Evaluator, value: Value): Value {
  return value.kind === "path" ? evaluator.importFile(value.path) : opaque;
}

/** pathExists is `builtins.pathExists path`. */
export function pathExists(evaluator: Evaluator, path: Value): Value {
  if (path.kind !== "path") return opaque;
  if (evaluator.fileExists(path.path)) return booleanValue(true);
  const files = evaluator.filesBelow(path.path);
  return files === null ? opaque : booleanValue(files.length > 0);
}

/** listFolder is `lib.filesystem.listFilesRecursive path`. */
export function listFolder(evaluator: Evaluator, path: Value): Value {
  const files = path.kind === "path" ? evaluator.filesBelow(path.path) : null;
  if (path.kind !== "path" || files === null) return listValue([], false);
  return listValue(files.map((file) => Lazy.of({ kind: "path", path: resolvePath(path.path, file) })));
}

/** baseName is `baseNameOf path`. */
export function baseName(path: Value): Value {
  const text = path.kind === "path" ? path.path : path.kind === "string" ? path.value : null;
  return text === null ? opaque : stringValue(text.slice(text.lastIndexOf("/") + 1));
}

/** readFolder is `builtins.readDir path`. */
export function readFolder(evaluator: Evaluator, path: Value): Value {
  const files = path.kind === "path" ? evaluator.filesBelow(path.path) : null;
  if (files === null) return opaqueSet;
  const entries = new Map<string, Lazy>();
  for (const file of files) {
    const [name = "", ...rest] = file.split("/");
    entries.set(name, Lazy.of(stringValue(rest.length > 0 ? "directory" : "regular")));
  }
  return entries.size === 0 ? emptySet : setOf(entries);
}

/** folderOf is `dirOf path`. */
export function folderOf(path: Value): Value {
  return path.kind === "path" ? { kind: "path", path: resolvePath(parentFolder(path.path), ".") } : opaque;
}
