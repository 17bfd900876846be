import { isMap, isScalar, isSeq, type YAMLMap } from "yaml";
import { z } from "zod";
import type { RepositorySettings, SettingsWaiver } from "#lib/model/repository-settings.ts";
import { parseYaml, type YamlFile } from "./parse-yaml.ts";
import { type FactFamily, isFile, textOf } from "./snapshot-files.ts";

/** settingsPath is the repository's own settings for Flakeboard. */
export const settingsPath = ".github/flakeboard.yml";

// What a person writes; more is a mistake, and each waiver is looked at for every finding.
const waiversMax = 200;
const pathsMax = 200;

// No wildcards: a pattern from a stranger can take a matcher forever.
const folder = z
  .string()
  .min(1)
  .max(300)
  .regex(/^[^*?[\]{}!]+$/, "is a folder or a file, without wildcards");

const waiverSchema = z.strictObject({
  check: z.string().regex(/^[a-z]+(-[a-z]+)+$/, "is the id of a check, as `inputs-fresh`"),
  subject: z.string().max(300).optional(),
  reason: z.string().trim().min(3, "says why in a few words").max(500),
  expires: z.iso.date("is a day, as 2027-01-31"),
});

const settingsSchema = z.strictObject({
  owner: z.union([z.string(), z.array(z.string())]).nullish(),
  exclude: z.array(folder).max(pathsMax).nullish(),
  waivers: z.array(waiverSchema).max(waiversMax).nullish(),
});

/**
 * repositorySettings observes `.github/flakeboard.yml`. A file with a mistake anywhere is `invalid` with every problem,
 * and none of its paths and waivers is applied: half a file would say something that nobody wrote.
 */
export const repositorySettings: FactFamily<RepositorySettings> = {
  wants: (path) => (path === settingsPath ? "needed" : "none"),

  extract(files) {
    if (!isFile(files.entries.get(settingsPath))) return { status: "absent" };
    const text = textOf(files, settingsPath);
    return text.known ? parseSettings(text.value) : invalid("it could not be read as text", null);
  },
};

function parseSettings(text: string): RepositorySettings {
  const file = parseYaml(text);
  if (file === undefined) return invalid("it is not YAML with a mapping at its top", null);
  const repeated = repeatedKey(file);
  if (repeated !== undefined) return invalid(`${repeated.key}: is given twice`, repeated.line);
  const settings = settingsSchema.safeParse(file.value ?? {});
  if (!settings.success) {
    const problems = settings.error.issues.map((issue) => ({
      message: `${issue.path.length === 0 ? "the file" : issue.path.join(".")}: ${issue.message}`,
      line: lineOfPath(issue.path, file),
    }));
    return { status: "invalid", path: settingsPath, problems: problems.slice(0, 20) };
  }
  const waivers = (settings.data.waivers ?? []).map(
    ({ check, subject, reason, expires }, index): SettingsWaiver => ({
      checkId: check,
      subject: subject ?? null,
      reason,
      expiresOn: expires,
      evidence: { path: settingsPath, line: lineOfPath(["waivers", index], file) ?? 1 },
    }),
  );
  return { status: "ok", path: settingsPath, excludedPaths: settings.data.exclude ?? [], waivers };
}

/** The first key that the file, or one of its waivers, has twice: a reader of YAML would drop one without a word. */
function repeatedKey(file: YamlFile): { readonly key: string; readonly line: number } | undefined {
  const list = file.resolve(file.root.get("waivers", true));
  const waivers = isSeq(list) ? list.items.slice(0, waiversMax).map((item) => file.resolve(item)) : [];
  for (const map of [file.root, ...waivers.filter(isMap)]) {
    const seen = new Set<string>();
    for (const { key } of map.items) {
      if (!isScalar(key)) continue;
      if (seen.has(String(key.value))) return { key: String(key.value).slice(0, 100), line: file.lineOf(key) };
      seen.add(String(key.value));
    }
  }
  return undefined;
}

function invalid(message: string, line: number | null): RepositorySettings {
  return { status: "invalid", path: settingsPath, problems: [{ message, line }] };
}

/** The line of the deepest node on the way to a problem; null when there is none. */
function lineOfPath(path: readonly PropertyKey[], file: YamlFile): number | null {
  let node: unknown = file.root;
  let line: number | null = null;
  for (const step of path) {
    const resolved = file.resolve(node);
    node = isMap(resolved) ? memberOf(resolved, step) : isSeq(resolved) ? resolved.items[Number(step)] : undefined;
    if (isMap(node) || isSeq(node) || isScalar(node)) line = file.lineOf(node);
  }
  return line;
}

function memberOf(map: YAMLMap, step: PropertyKey): unknown {
  return map.get(String(step), true);
}
