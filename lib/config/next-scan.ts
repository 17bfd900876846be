import { CronExpressionParser } from "cron-parser";
import type { Instant } from "#lib/model/instant.ts";

/**
 * nextScanAt is the first moment after `asOf` at which a cron line, read in UTC, comes due.
 *
 * @returns null for a line that never comes due, or that is no cron line.
 */
export function nextScanAt(cron: string, asOf: Instant): Instant | null {
  try {
    return CronExpressionParser.parse(cron, { currentDate: asOf, tz: "UTC" }).next().toISOString();
  } catch {
    // The parser throws for a wrong line (30 February) as well as for one it cannot read; neither has a next scan.
    return null;
  }
}

/** nextScansAt are the first `count` such moments; fewer when the line does not come due so often. */
export function nextScansAt(cron: string, asOf: Instant, count: number): readonly Instant[] {
  const moments: Instant[] = [];
  for (let after = asOf; moments.length < count; ) {
    const next = nextScanAt(cron, after);
    if (next === null) break;
    moments.push(next);
    after = next;
  }
  return moments;
}
