import type { Theme } from "#lib/model/finding.ts";

/** themeColors is the one hue of each theme, in every chart and table. */
export const themeColors = {
  adoption: "var(--theme-adoption)",
  freshness: "var(--theme-freshness)",
  semver: "var(--theme-semver)",
  "lean-inputs": "var(--theme-lean-inputs)",
  caches: "var(--theme-caches)",
  secrets: "var(--theme-secrets)",
  automation: "var(--theme-automation)",
  knowledge: "var(--theme-knowledge)",
} as const satisfies Record<Theme, string>;
