import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * fingerprint is a hash over files and folders, by path and content. Tests and what is generated are left out: they
 * are not built.
 */
export function fingerprint(root: string, paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of paths) {
    const full = join(root, path);
    if (!existsSync(full)) continue;
    const files = path.includes(".") ? [path] : filesBelow(root, path);
    for (const file of files)
      hash
        .update(file)
        .update("\0")
        .update(readFileSync(join(root, file)))
        .update("\0");
  }
  return hash.digest("hex");
}

function filesBelow(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
    .filter((file) => !/\.test\.tsx?$|\/generated\//.test(file))
    .sort();
}

/** isCurrent says whether the work that a stamp stands for was done for the same fingerprint. */
export function isCurrent(stampPath: string, wanted: string): boolean {
  return existsSync(stampPath) && readFileSync(stampPath, "utf8") === wanted;
}

/** markCurrent writes the stamp once the work is done. */
export function markCurrent(stampPath: string, wanted: string): void {
  mkdirSync(dirname(stampPath), { recursive: true });
  writeFileSync(stampPath, wanted);
}
