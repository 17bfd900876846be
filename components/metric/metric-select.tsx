import { ChevronDown } from "lucide-react";
import { type ComponentProps, useId } from "react";
import type { MetricGroup } from "#lib/views/asked-metric.ts";

export interface MetricSelectProps extends Omit<ComponentProps<"select">, "children"> {
  readonly groups: readonly MetricGroup[];
  /** Offers to choose none, in these words. */
  readonly none?: string;
}

/** MetricSelect picks one metric; they stand by theme. */
export function MetricSelect({ groups, none, ...props }: MetricSelectProps) {
  const id = useId();
  return (
    <span className="inline-flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="font-medium text-small">
        Metric
      </label>
      <span className="relative inline-flex">
        <select
          id={id}
          className="h-8 w-full appearance-none truncate rounded-md border bg-card py-0 pr-7 pl-2.5 text-body hover:border-input"
          {...props}
        >
          {none === undefined ? null : <option value="">{none}</option>}
          {groups.map((group) => (
            <optgroup key={group.theme} label={group.label}>
              {group.metrics.map((metric) => (
                <option key={metric.id} value={metric.id}>
                  {metric.label}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        <ChevronDown
          className="-translate-y-1/2 pointer-events-none absolute top-1/2 right-2 size-3.5 text-muted-foreground"
          aria-hidden
        />
      </span>
    </span>
  );
}
