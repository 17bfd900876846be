import { themeNames, themes } from "#lib/model/finding.ts";
import { countTheme } from "./count-findings.ts";
import type { Metric } from "./metric.ts";
import { themeMetricId } from "./theme-metric-id.ts";

/**
 * themeMetrics count the findings of each theme that pass, of all that apply, over the eligible repositories that were
 * read: the arms of the flake glyph.
 */
export const themeMetrics: readonly Metric[] = themes.map((theme) => ({
  id: themeMetricId(theme),
  version: 1,
  label: themeNames[theme],
  definition: `Findings of the theme "${themeNames[theme]}" that pass, of all that apply in eligible repositories.`,
  unit: "findings",
  basis: { kind: "theme", theme },
  count: (repository) => countTheme(repository, theme),
}));
