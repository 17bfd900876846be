import type { UpstreamKind } from "./upstream-item.ts";

/** upstreamKindNames says to a person what an upstream is. */
export const upstreamKindNames = {
  github: "GitHub",
  gitlab: "GitLab",
  sourcehut: "SourceHut",
  flakehub: "FlakeHub",
  git: "Git",
  hg: "Mercurial",
  tarball: "archive",
  file: "file",
  indirect: "registry",
} as const satisfies Record<UpstreamKind, string>;

/** upstreamKinds are the kinds, in the order of choices. */
export const upstreamKinds: readonly UpstreamKind[] = [
  "github",
  "flakehub",
  "gitlab",
  "sourcehut",
  "git",
  "hg",
  "tarball",
  "file",
  "indirect",
];
