import { parseNix } from "../language/parse.ts";
import { SourceText } from "../language/source-text.ts";
import type { Expression } from "../language/syntax-tree.ts";
import { isOutside, resolvePath } from "./file-paths.ts";

/** FlakeRepository is the repository around a flake; all paths are relative to its root, as in `git ls-files`. */
export interface FlakeRepository {
  /** The folder of `flake.nix`, "." for the root. */
  readonly directory: string;
  /** The text of a file, or the file as it was parsed before; undefined when there is none, or it cannot be read. */
  readonly readFile: (path: string) => string | NixSource | undefined;
  /** All files of the repository, or null when they are not known. */
  readonly listFiles: (() => readonly string[]) | null;
}

/** NixSource is a file as parsed. */
export interface NixSource {
  readonly expression: Expression;
  readonly text: SourceText;
}

// The largest flakes seen import some eighty files; generated ones can have a few megabytes.
const filesMax = 200;
const lengthMax = 4_000_000;

/** RepositoryFiles reads the files that a flake imports, each once, never one outside of the repository, and a bounded number. */
export class RepositoryFiles {
  /** Each file that was read, by path. */
  readonly sources = new Map<string, NixSource>();
  readonly #repository: FlakeRepository;
  #paths: readonly string[] | null = null;
  #pathSet: ReadonlySet<string> | null = null;
  #length = 0;

  constructor(repository: FlakeRepository) {
    this.#repository = repository;
  }

  /** readNix reads the file that `import path` means: the file, or `default.nix` of the folder. Null when there is none. */
  readNix(path: string): readonly [file: string, source: NixSource] | null {
    if (isOutside(path)) return null;
    const inFolder = resolvePath(path, "default.nix");
    for (const file of path.endsWith(".nix") ? [path, inFolder] : [inFolder, path]) {
      const known = this.sources.get(file);
      if (known) return [file, known];
      const read = this.sources.size < filesMax ? this.#repository.readFile(file) : undefined;
      if (read === undefined) continue;
      this.#length += typeof read === "string" ? read.length : read.expression.end;
      if (this.#length > lengthMax) return null;
      const source = typeof read === "string" ? parseSource(read) : read;
      this.sources.set(file, source);
      return [file, source];
    }
    return null;
  }

  /** All files, or null when they are not known. */
  list(): readonly string[] | null {
    if (!this.#repository.listFiles) return null;
    this.#paths ??= this.#repository.listFiles();
    return this.#paths;
  }

  /** Null when the files are not known. */
  has(path: string): boolean | null {
    const paths = this.list();
    if (paths === null || isOutside(path)) return null;
    this.#pathSet ??= new Set(paths);
    return this.#pathSet.has(path);
  }

  /** The files below a folder, relative to it; null when they are not known. */
  below(folder: string): readonly string[] | null {
    const paths = this.list();
    if (paths === null || isOutside(folder)) return null;
    const prefix = folder === "." ? "" : `${folder}/`;
    return paths.flatMap((path) => (path.startsWith(prefix) ? [path.slice(prefix.length)] : []));
  }
}

/** parseSource parses a Nix file; what Nix would refuse in it is an `error` node. */
export function parseSource(text: string): NixSource {
  return { expression: parseNix(text).expression, text: new SourceText(text) };
}
