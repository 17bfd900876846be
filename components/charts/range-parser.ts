import { parseAsStringLiteral } from "nuqs/server";
import { defaultTrendRange, trendRanges } from "#lib/views/trend-range.ts";

/** rangeParser reads a range from the address; what is none counts as not asked. */
export const rangeParser = parseAsStringLiteral(trendRanges).withDefault(defaultTrendRange);
