import { isMap, isScalar, isSeq, type YAMLMap } from "yaml";
import { parseYaml, type YamlFile } from "./parse-yaml.ts";

/** dependabotPaths are the two spellings that GitHub reads. */
export const dependabotPaths = [".github/dependabot.yml", ".github/dependabot.yaml"] as const;

/** DependabotEntry is one entry that lets Dependabot update flakes, with the folders that it names. */
export interface DependabotEntry {
  readonly line: number;
  /** `.` for the root; null when a folder is named by a pattern, or none is. */
  readonly directories: readonly string[] | null;
}

/**
 * dependabotNixEntries are the entries that let Dependabot update the inputs of flakes; "unreadable" when the file is
 * not YAML.
 *
 * Source: GitHub Docs, Dependabot options reference.
 */
export function dependabotNixEntries(text: string): readonly DependabotEntry[] | "unreadable" {
  const file = parseYaml(text);
  if (file === undefined) return "unreadable";
  const updates = file.resolve(file.root.get("updates", true));
  const entries: DependabotEntry[] = [];
  for (const item of isSeq(updates) ? updates.items : []) {
    const update = file.resolve(item);
    if (!isMap(update) || update.get("package-ecosystem") !== "nix") continue;
    // A limit of none turns version updates off, and Dependabot has no other updates for Nix.
    if (update.get("open-pull-requests-limit") === 0) continue;
    entries.push({ line: file.lineOf(update), directories: directoriesOf(update, file) });
  }
  return entries;
}

function directoriesOf(update: YAMLMap, file: YamlFile): readonly string[] | null {
  const one = file.resolve(update.get("directory", true));
  const many = file.resolve(update.get("directories", true));
  const nodes = [...(one === undefined ? [] : [one]), ...(isSeq(many) ? many.items : [])];
  const names = nodes.map((node) => file.resolve(node)).map((node) => (isScalar(node) ? String(node.value) : "*"));
  if (names.length === 0 || names.some((name) => /[*?[\]{}]/.test(name))) return null;
  return names.map((name) => name.replace(/^\.?\/+|\/+$/g, "") || ".");
}
