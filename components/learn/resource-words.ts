import type { Theme } from "#lib/model/finding.ts";
import type { ResourceKind, ResourceLevel } from "#lib/model/resource.ts";

/** resourceKindNames is how every page names a kind of resource. */
export const resourceKindNames = {
  tutorial: "Tutorial",
  concept: "Concept",
  guide: "Guide",
  reference: "Reference",
  tool: "Tool",
  article: "Article",
  talk: "Talk",
} as const satisfies Record<ResourceKind, string>;

/** resourceLevelNames is how every page names a level. */
export const resourceLevelNames = {
  start: "First steps",
  practice: "Practice",
  depth: "In depth",
} as const satisfies Record<ResourceLevel, string>;

/** themeQuestions is what the resources of a theme answer. */
export const themeQuestions = {
  adoption: "How does a repository come to a flake that everybody can use?",
  freshness: "How do inputs stay fresh, and which Nixpkgs should they follow?",
  semver: "How do flakes get versions, and how does one ask for them?",
  "lean-inputs": "Which inputs are worth what they bring along?",
  caches: "Where do builds come from, and who may read and write them?",
  secrets: "How do secrets stay out of the Nix store?",
  automation: "What can machines build, check and update by themselves?",
  knowledge: "How does Nix spread among people?",
} as const satisfies Record<Theme, string>;
