import json5 from "json5";
import { z } from "zod";

/**
 * renovatePaths are the files that Renovate reads, in its order; the first that says something counts.
 * Source: https://docs.renovatebot.com/configuration-options.
 */
export const renovatePaths = [
  "renovate.json",
  "renovate.json5",
  ".github/renovate.json",
  ".github/renovate.json5",
  ".renovaterc",
  ".renovaterc.json",
  ".renovaterc.json5",
  "package.json",
] as const;

const configSchema = z.object({
  enabled: z.boolean().optional(),
  nix: z.object({ enabled: z.boolean().optional() }).optional(),
  enabledManagers: z.array(z.string()).optional(),
  extends: z.union([z.string(), z.array(z.string())]).optional(),
  lockFileMaintenance: z.object({ enabled: z.boolean().optional() }).optional(),
});
const packageSchema = z.object({ renovate: configSchema.optional() });

type RenovateConfig = z.infer<typeof configSchema>;

/** RenovateNix is the line that turns `nix` on, and the line that lets Renovate renew whole locks as well, if one does. */
export interface RenovateNix {
  readonly line: number;
  readonly maintenanceLine: number | null;
}

/** RenovateAnswer is what one file says of the inputs of flakes: null when it keeps Renovate from them. */
export type RenovateAnswer = RenovateNix | null | "unreadable" | "elsewhere" | "no-config";

/**
 * renovateNix says where Renovate is made to update the inputs of a flake: `nix` is off unless it is enabled, and
 * `lockFileMaintenance` alone keeps other lock files. Null when Nix is off.
 *
 * "unreadable" when the file is neither JSON nor JSON5, "no-config" for a package.json that says nothing to Renovate, and
 * "elsewhere" when the answer may lie in a preset of another repository, or when `nix` is only listed in
 * `enabledManagers`: whether that turns it on depends on Renovate.
 * Source: https://docs.renovatebot.com/modules/manager/nix.
 */
export function renovateNix(text: string, path: string): RenovateAnswer {
  const config = readConfig(text, path);
  if (typeof config === "string") return config;
  const { enabled = true, nix, enabledManagers = [], extends: presets = [], lockFileMaintenance } = config;
  const isListed = enabledManagers.length === 0 || enabledManagers.includes("nix");
  if (!enabled || !isListed || nix?.enabled === false) return null;
  if (nix?.enabled === undefined) {
    return enabledManagers.length > 0 || [presets].flat().some(isElsewhere) ? "elsewhere" : null;
  }
  const isMaintained = lockFileMaintenance?.enabled === true || [presets].flat().includes(":maintainLockFilesWeekly");
  return { line: lineOf("nix", text), maintenanceLine: isMaintained ? lineOf("lockFileMaintenance", text) : null };
}

// The longest configuration seen has some ten thousand characters.
const lengthMax = 256 * 1024;

function readConfig(text: string, path: string): RenovateConfig | "unreadable" | "no-config" {
  if (text.length > lengthMax) return "unreadable";
  let value: unknown;
  try {
    // Renovate reads JSON with the same leniency, whatever the file's ending.
    value = json5.parse(text);
  } catch {
    return "unreadable";
  }
  if (path !== "package.json") return configSchema.safeParse(value).data ?? "unreadable";
  const manifest = packageSchema.safeParse(value);
  return manifest.success ? (manifest.data.renovate ?? "no-config") : "unreadable";
}

/** The first line that sets a member of this name, 1-based; JSON5 says no places. */
function lineOf(name: string, text: string): number {
  const setting = new RegExp(`(?:^|[{,])\\s*(?<quote>["']?)${name}\\k<quote>\\s*:`);
  const index = withoutComments(text)
    .split("\n")
    .findIndex((line) => line.length < 1_000 && setting.test(line));
  return Math.max(index, 0) + 1;
}

/** Lines stay where they are, and what looks like a comment in a string stays too. */
function withoutComments(text: string): string {
  return text.replace(/"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g, (part) =>
    part.startsWith("/") ? part.replace(/[^\n]+/g, " ") : part,
  );
}

/** `github>acme/presets`, `local>acme/presets:nix`, `@acme/renovate-config`; not `config:recommended` or `:semanticCommits`. */
function isElsewhere(preset: string): boolean {
  return /^@|^https?:|>/.test(preset.replace(/\(.*$/, ""));
}
