import { cacheMetrics } from "./cache-metrics.ts";
import { headlines } from "./headlines.ts";
import { internalInputs } from "./internal-inputs.ts";
import type { Metric } from "./metric.ts";
import { practices } from "./practices.ts";
import { stageMetrics } from "./stage-metrics.ts";
import { themeMetrics } from "./theme-metrics.ts";

/** namedMetrics are the shares with a name of their own; lib/checks/counted.ts adds one for every other check. */
export const namedMetrics: readonly Metric[] = [
  ...headlines,
  ...practices,
  internalInputs,
  ...cacheMetrics,
  ...stageMetrics,
  ...themeMetrics,
];
