import { z } from "zod";
import { defaultTrendRange, trendRanges } from "./trend-range.ts";
import type { TrendsQuestion } from "./trends.ts";

/** What an address may say: a key may stand in it once, several times, or not at all. */
export type AddressQuery = Readonly<Record<string, string | readonly string[] | undefined>>;

const rangeSchema = z.enum(trendRanges);

/** trendQuestion reads from the address which courses are asked for; what does not parse counts as not asked. */
export function trendQuestion({ metric, team, range }: AddressQuery): TrendsQuestion {
  return {
    metricId: typeof metric === "string" ? metric : null,
    teams: (typeof team === "string" ? [team] : (team ?? [])).filter((slug) => slug !== ""),
    range: rangeSchema.safeParse(range).data ?? defaultTrendRange,
  };
}
