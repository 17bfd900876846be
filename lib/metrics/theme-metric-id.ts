import type { Theme } from "#lib/model/finding.ts";

/** themeMetricId is the id of a theme's metric. */
export function themeMetricId(theme: Theme): string {
  return `theme-${theme}`;
}
