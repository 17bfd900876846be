import { isMap } from "yaml";
import { z } from "zod";
import { parseYaml } from "./parse-yaml.ts";

/** renovatePaths are the files that Renovate reads, in its order; the first that exists counts. */
export const renovatePaths = [
  "renovate.json",
  "renovate.json5",
  ".github/renovate.json",
  ".github/renovate.json5",
  ".renovaterc",
  ".renovaterc.json",
  ".renovaterc.json5",
] as const;

const configSchema = z.object({
  enabled: z.boolean().optional(),
  nix: z.object({ enabled: z.boolean().optional() }).optional(),
  enabledManagers: z.array(z.string()).optional(),
  extends: z.union([z.string(), z.array(z.string())]).optional(),
  lockFileMaintenance: z.object({ enabled: z.boolean().optional() }).optional(),
});

/** RenovateNix is the line that turns `nix` on, and the line that lets Renovate renew whole locks as well, if one does. */
export interface RenovateNix {
  readonly line: number;
  readonly maintenanceLine: number | null;
}

/**
 * renovateNix says where Renovate is made to update the inputs of a flake: `nix` is off unless it is enabled, and
 * `lockFileMaintenance` alone keeps other lock files. Null when Nix is off.
 *
 * "unreadable" when the file is neither JSON nor JSON5, and "elsewhere" when the answer may lie in a preset of another
 * repository, or when `nix` is only listed in `enabledManagers`: whether that turns it on depends on Renovate.
 * Source: https://docs.renovatebot.com/modules/manager/nix.
 */
export function renovateNix(text: string): RenovateNix | null | "unreadable" | "elsewhere" {
  const file = parseYaml(yamlOfJson5(text));
  const config = configSchema.safeParse(file?.value);
  if (file === undefined || !config.success) return "unreadable";
  const { enabled = true, nix, enabledManagers = [], extends: presets = [], lockFileMaintenance } = config.data;
  const isListed = enabledManagers.length === 0 || enabledManagers.includes("nix");
  if (!enabled || !isListed || nix?.enabled === false) return null;
  if (nix?.enabled === undefined) {
    return enabledManagers.length > 0 || [presets].flat().some(isElsewhere) ? "elsewhere" : null;
  }
  const lineOf = (name: string) => {
    const setting = file.root.get(name, true);
    return isMap(setting) ? file.lineOf(setting) : 1;
  };
  const isMaintained = lockFileMaintenance?.enabled === true || [presets].flat().includes(":maintainLockFilesWeekly");
  return { line: lineOf("nix"), maintenanceLine: isMaintained ? lineOf("lockFileMaintenance") : null };
}

/** `github>acme/presets`, `local>acme/presets:nix`, `@acme/renovate-config`; not `config:recommended` or `:semanticCommits`. */
function isElsewhere(preset: string): boolean {
  return /^@|^https?:|>/.test(preset.replace(/\(.*$/, ""));
}

/**
 * JSON and JSON5 read as YAML, which knows bare keys, single quotes and trailing commas in braces. It knows no `//`,
 * and it wants a space after a colon. Lines stay where they are.
 */
function yamlOfJson5(text: string): string {
  return text.replace(/"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|:/g, (part) => {
    if (part === ":") return ": ";
    return part.startsWith("/") ? part.replace(/[^\n]+/g, " ") : part;
  });
}
