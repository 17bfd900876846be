import { Select, type SelectProps } from "#components/ui/select.tsx";
import type { MetricGroup } from "#lib/views/asked-metric.ts";

export interface MetricSelectProps extends Omit<SelectProps, "label" | "isLabelShown" | "options"> {
  readonly groups: readonly MetricGroup[];
  /** Offers to choose none, in these words. */
  readonly none?: string;
}

/** MetricSelect picks one metric; they stand by theme. */
export function MetricSelect({ groups, none, ...props }: MetricSelectProps) {
  const byTheme = groups.map(({ label, metrics }) => ({
    label,
    options: metrics.map((metric) => ({ value: metric.id, label: metric.label })),
  }));
  const options = none === undefined ? byTheme : [{ value: "", label: none }, ...byTheme];
  return <Select label="Metric" isLabelShown options={options} {...props} />;
}
