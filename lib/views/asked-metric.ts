import { findMetric, metrics } from "#lib/checks/counted.ts";
import { themeOf } from "#lib/checks/registry.ts";
import { figures, type Median } from "#lib/metrics/figures.ts";
import { adoption } from "#lib/metrics/headlines.ts";
import type { Metric } from "#lib/metrics/metric.ts";
import { type Theme, themeNames, themes } from "#lib/model/finding.ts";

/** MetricItem is a metric as pages name it. */
export interface MetricItem {
  readonly id: string;
  readonly label: string;
  /** What is counted, of what, in one sentence. */
  readonly definition: string;
  readonly unit: Metric["unit"];
  /** Whether it is a share, or a median in days. */
  readonly kind: "share" | Median["kind"];
  /** The theme in which pages list it; stages are adoption. */
  readonly theme: Theme;
}

/** MetricGroup is the metrics of one theme. */
export interface MetricGroup {
  readonly theme: Theme;
  readonly label: string;
  readonly metrics: readonly MetricItem[];
}

/** askedMetric is the metric that an address names; adoption when it names none that exists. */
export function askedMetric(id: string | null): Metric {
  return findMetric(id ?? adoption.id) ?? adoption;
}

/** metricItem is a metric as pages name it. */
export function metricItem(metric: Metric): MetricItem {
  const { id, label, definition, unit } = metric;
  return { id, label, definition, unit, kind: "share", theme: metricTheme(metric) };
}

/** medianItem is a figure that is a median as pages name it. */
export function medianItem({ id, label, definition, kind, theme, units: [, unit] }: Median): MetricItem {
  return { id, label, definition, unit, kind, theme };
}

/** metricGroups is every metric that is a share by theme, to choose from. */
export function metricGroups(): readonly MetricGroup[] {
  return byTheme(metrics.map(metricItem));
}

/** courseGroups is everything whose course can be drawn by theme, to choose from: shares and medians. */
export function courseGroups(): readonly MetricGroup[] {
  const medians = figures.filter((figure): figure is Median => figure.kind === "median");
  return byTheme([...metrics.map(metricItem), ...medians.map(medianItem)]);
}

function byTheme(items: readonly MetricItem[]): readonly MetricGroup[] {
  return themes
    .map((theme) => ({ theme, label: themeNames[theme], metrics: items.filter((item) => item.theme === theme) }))
    .filter((group) => group.metrics.length > 0);
}

function metricTheme({ basis }: Metric): Theme {
  switch (basis.kind) {
    case "check":
      return themeOf(basis.checkId) ?? "adoption";
    case "theme":
    case "tally":
      return basis.theme;
    case "stage":
      return "adoption";
  }
}
