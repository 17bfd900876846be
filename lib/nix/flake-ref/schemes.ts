import { downloadScheme } from "./download-scheme.ts";
import { forgeScheme } from "./forge-scheme.ts";
import { gitScheme } from "./git-scheme.ts";
import { indirectScheme } from "./indirect-scheme.ts";
import { mercurialScheme } from "./mercurial-scheme.ts";
import { pathScheme } from "./path-scheme.ts";
import type { Scheme } from "./scheme.ts";

/** schemes are all kinds of flake references that Nix 2.35 knows, by the `type` they have in locks. */
export const schemes: ReadonlyMap<string, Scheme> = new Map<string, Scheme>([
  ["file", downloadScheme("file")],
  ["git", gitScheme],
  ["github", forgeScheme("github")],
  ["gitlab", forgeScheme("gitlab")],
  ["hg", mercurialScheme],
  ["indirect", indirectScheme],
  ["path", pathScheme],
  ["sourcehut", forgeScheme("sourcehut")],
  ["tarball", downloadScheme("tarball")],
]);
