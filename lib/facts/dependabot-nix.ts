import { isMap, isSeq } from "yaml";
import { parseYaml } from "./parse-yaml.ts";

/** dependabotPaths are the two spellings that GitHub reads. */
export const dependabotPaths = [".github/dependabot.yml", ".github/dependabot.yaml"] as const;

/**
 * dependabotNixLine is the line of the first entry that lets Dependabot update the inputs of a flake; null without
 * one, "unreadable" when the file is not YAML.
 *
 * Source: GitHub Docs, Dependabot options reference.
 */
export function dependabotNixLine(text: string): number | null | "unreadable" {
  const file = parseYaml(text);
  if (file === undefined) return "unreadable";
  const updates = file.resolve(file.root.get("updates", true));
  for (const item of isSeq(updates) ? updates.items : []) {
    const update = file.resolve(item);
    if (!isMap(update) || update.get("package-ecosystem") !== "nix") continue;
    // A limit of none turns version updates off, and Dependabot has no other updates for Nix.
    if (update.get("open-pull-requests-limit") !== 0) return file.lineOf(update);
  }
  return null;
}
