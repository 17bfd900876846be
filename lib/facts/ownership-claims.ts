import { z } from "zod";
import type { OwnershipClaims } from "#lib/model/facts.ts";
import { catchAllOwners, codeownersPaths } from "./codeowners.ts";
import { parseYaml } from "./parse-yaml.ts";
import { settingsPath } from "./repository-settings.ts";
import { type FactFamily, type SnapshotFiles, textOf } from "./snapshot-files.ts";

const settingsSchema = z.object({ owner: z.union([z.string(), z.array(z.string())]) });

/** ownershipClaims observes what a repository's files say of its owner. */
export const ownershipClaims: FactFamily<OwnershipClaims> = {
  wants: (path) => (path === settingsPath || codeownersPaths.some((place) => place === path) ? "needed" : "none"),
  extract: (files) => ({ settings: settingsClaim(files), codeowners: codeownersClaim(files) }),
};

function settingsClaim(files: SnapshotFiles): OwnershipClaims["settings"] {
  const text = textOf(files, settingsPath);
  if (!text.known) return null;
  const settings = settingsSchema.safeParse(parseYaml(text.value)?.value);
  return settings.success ? [settings.data.owner].flat() : null;
}

/** The first CODEOWNERS file that exists counts, even when it has no `*` rule or cannot be read, as on GitHub. */
function codeownersClaim(files: SnapshotFiles): OwnershipClaims["codeowners"] {
  const path = codeownersPaths.find((place) => files.entries.has(place));
  const text = path === undefined ? undefined : textOf(files, path);
  if (path === undefined || !text?.known) return null;
  const rule = catchAllOwners(text.value);
  return rule === undefined ? null : { evidence: { path, line: rule.line }, owners: rule.owners };
}
