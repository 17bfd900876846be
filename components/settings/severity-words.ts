import type { Severity } from "#lib/model/finding.ts";

/** severityNames is how the settings name a severity. */
export const severityNames = {
  error: "Error",
  warning: "Warning",
  advice: "Advice",
} as const satisfies Record<Severity, string>;
