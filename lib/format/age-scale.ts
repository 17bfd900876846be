// Beyond two years one age looks like another; the words still tell.
const fullDays = 730;
// Below this many days the scale is nearly even, above it each doubling takes the same room.
const evenDays = 10;

/**
 * ageFraction is where an age stands on the scale that all pictures of ages share, from 0 (today) to 1 (two years and
 * more). People tell 10 days from 20, but not 610 from 620, so the scale is logarithmic.
 *
 * @param ageDays whole days, 0 or more.
 */
export function ageFraction(ageDays: number): number {
  return Math.min(1, Math.log1p(ageDays / evenDays) / Math.log1p(fullDays / evenDays));
}

/** stripSlots is how many places a small strip of ages has: at 2 pixels each it is as wide as a column. */
export const stripSlots = 64;

/** stripSlot is the place of an age on such a strip, from 0. */
export function stripSlot(ageDays: number): number {
  return Math.round(ageFraction(ageDays) * (stripSlots - 1));
}

/** ageTicks are the ages that the scale is labelled with, in days. */
export const ageTicks = [
  { ageDays: 0, label: "today" },
  { ageDays: 30, label: "30 days" },
  { ageDays: 90, label: "90 days" },
  { ageDays: 365, label: "1 year" },
  { ageDays: 730, label: "2 years" },
] as const;
