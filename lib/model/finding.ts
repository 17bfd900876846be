import type { Evidence } from "./evidence.ts";

/** Outcome is what a check says of one subject. Unknown is never a pass; not-applicable never counts. */
export type Outcome = "pass" | "fail" | "unknown" | "not-applicable";

/** Severity is how loudly a fail speaks. What the practices only advise stays `advice`. */
export type Severity = "error" | "warning" | "advice";

/** Theme groups checks as the practices do; each but `adoption` and `knowledge` is an arm of the flake glyph. */
export type Theme =
  | "adoption"
  | "freshness"
  | "semver"
  | "lean-inputs"
  | "caches"
  | "secrets"
  | "automation"
  | "knowledge";

/** themes in the order in which every page shows them. */
export const themes = [
  "adoption",
  "freshness",
  "semver",
  "lean-inputs",
  "caches",
  "secrets",
  "automation",
  "knowledge",
] as const satisfies readonly Theme[];

/** themeNames is how every page names a theme. */
export const themeNames = {
  adoption: "Adoption",
  freshness: "Freshness",
  semver: "SemVer",
  "lean-inputs": "Lean inputs",
  caches: "Caches",
  secrets: "Secrets",
  automation: "Automation",
  knowledge: "Knowledge",
} as const satisfies Record<Theme, string>;

/** Finding is the outcome of one check for one subject of a repository. */
export interface Finding {
  readonly checkId: string;
  /** The check's version; a changed rule is a new version, and the charts mark its day. */
  readonly checkVersion: number;
  /** `.` for the repository, `./nix` for a flake, `./nix/nixpkgs` for an input of that flake. */
  readonly subject: string;
  readonly outcome: Outcome;
  /** Names the thing: "nixpkgs is 143 days old, limit 30". */
  readonly summary: string;
  readonly evidence: readonly Evidence[];
}
