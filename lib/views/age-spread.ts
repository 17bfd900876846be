import { inputAgeDaysOfSeconds } from "#lib/checks/input-age.ts";
import { stripSlot } from "#lib/format/age-scale.ts";
import type { Instant } from "#lib/model/instant.ts";
import type { MomentCount } from "#lib/store/input-usage.ts";

interface AgeCount {
  readonly ageDays: number;
  readonly count: number;
}

/** StripMark is a place on the scale of ages, one of `stripSlots`, and how many uses stand there. */
export type StripMark = readonly [slot: number, count: number];

/** AgeSpread is how old the uses of an upstream are, in whole days. */
export interface AgeSpread {
  readonly minDays: number;
  readonly medianDays: number;
  readonly maxDays: number;
  /** Beyond the limit. */
  readonly beyond: number;
  /** The youngest first. */
  readonly marks: readonly StripMark[];
}

/** AgesOfUses is how old the uses of an upstream are, and how many have no age that can be told. */
export interface AgesOfUses {
  /** Null when no age is known. */
  readonly spread: AgeSpread | null;
  readonly unknown: number;
}

/**
 * agesOfUses counts uses by their age at `asOf`. What has no `lastModified`, or one that lies in the future, is
 * unknown and in no other number.
 *
 * @param uses all of them, with and without a moment.
 */
export function agesOfUses(
  moments: readonly MomentCount[],
  uses: number,
  { asOf, limitDays }: { readonly asOf: Instant; readonly limitDays: number },
): AgesOfUses {
  const counts = new Map<number, number>();
  const asOfMs = Date.parse(asOf);
  for (const moment of moments) {
    const age = inputAgeDaysOfSeconds(moment.seconds, asOfMs);
    if (age.known) counts.set(age.value, (counts.get(age.value) ?? 0) + moment.uses);
  }
  const ages = [...counts]
    .map(([ageDays, count]) => ({ ageDays, count }))
    .toSorted((one, other) => one.ageDays - other.ageDays);
  const known = ages.reduce((sum, { count }) => sum + count, 0);
  const [youngest] = ages;
  const oldest = ages.at(-1);
  if (youngest === undefined || oldest === undefined) return { spread: null, unknown: uses };
  const spread = {
    minDays: youngest.ageDays,
    medianDays: medianOf(ages, known),
    maxDays: oldest.ageDays,
    beyond: ages.filter(({ ageDays }) => ageDays > limitDays).reduce((sum, { count }) => sum + count, 0),
    marks: marksOf(ages),
  };
  return { spread, unknown: uses - known };
}

function marksOf(ages: readonly AgeCount[]): readonly StripMark[] {
  const bySlot = Map.groupBy(ages, ({ ageDays }) => stripSlot(ageDays));
  return [...bySlot].map(([slot, of]) => [slot, of.reduce((sum, { count }) => sum + count, 0)]);
}

/** Of an even number it is the older of the two in the middle: an age that some use has. */
function medianOf(ages: readonly AgeCount[], total: number): number {
  let seen = 0;
  for (const { ageDays, count } of ages) {
    seen += count;
    if (seen > total / 2) return ageDays;
  }
  return ages.at(-1)?.ageDays ?? 0;
}
