import type { AgeBucket } from "./overview.ts";

/**
 * ageBuckets counts ages in days into ranges that grow with age: people tell 10 days from 20, but not 310 from 320.
 * One range ends exactly at the limit, so that the part beyond it can be seen.
 *
 * @param limitDays an age of so many days is still within the limit.
 */
export function ageBuckets(agesDays: readonly number[], limitDays: number): readonly AgeBucket[] {
  const bounds = [...new Set([0, 8, 15, limitDays + 1, 61, 91, 181, 366])].toSorted((one, other) => one - other);
  return bounds.map((fromDays, index) => {
    const toDays = bounds[index + 1] ?? null;
    const count = agesDays.filter((age) => age >= fromDays && (toDays === null || age < toDays)).length;
    return { label: bucketLabel(fromDays, toDays), fromDays, toDays, count, isBeyondLimit: fromDays > limitDays };
  });
}

function bucketLabel(fromDays: number, toDays: number | null): string {
  return toDays === null ? `over ${fromDays - 1} days` : `${fromDays}–${toDays - 1} days`;
}
