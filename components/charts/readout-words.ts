import { formatNofN, formatPercent } from "#lib/format/format.ts";
import { formatMedianDays, medianInputsWords } from "#lib/format/median-words.ts";
import type { ReadoutCount } from "./readout-counts.ts";

/** ReadoutScale is what a picture measures: shares from 0 to 100 %, or medians in days from 0 to `daysMax`. */
export type ReadoutScale = { readonly kind: "share" } | { readonly kind: "days"; readonly daysMax: number };

/** Reading is what one day of a line says. */
export interface Reading {
  readonly words: string;
  /** Where its line is, from 0 at the foot to 1 at the top; null where it has none on this day. */
  readonly height: number | null;
}

/** readingOf tells one day of a line; null is a day that was not measured. */
export function readingOf(count: ReadoutCount | null, scale: ReadoutScale): Reading {
  if (count === null) return { words: "not measured", height: null };
  const [first, denominator, unknown] = count;
  if (denominator === 0) return { words: "nothing counted", height: null };
  if (scale.kind === "days") return daysReading(count, scale.daysMax);
  const apart = unknown === 0 ? "" : `, ${unknown} unknown`;
  const counts = formatNofN({ numerator: first, denominator, unknown });
  return { words: `${formatPercent(first / denominator)} (${counts}${apart})`, height: first / denominator };
}

/** The first count is the median itself; of how many inputs it is, the other two tell. */
function daysReading([days, denominator, unknown]: ReadoutCount, daysMax: number): Reading {
  const isKnown = unknown < denominator;
  const inputs = medianInputsWords({ numerator: denominator - unknown, denominator, unknown });
  return { words: `${formatMedianDays(isKnown ? days : null)} (${inputs})`, height: isKnown ? days / daysMax : null };
}
