/** ReadoutCount is what counts on one day of a series; of a median in days, the median stands first. */
export type ReadoutCount = readonly [numerator: number, denominator: number, unknown: number];

/**
 * packCounts writes the counts of a series, day by day, as one short text: days parted by `;`, a day's counts by `,`. A
 * day without a value is empty; counts at a day's end that are as on the last day with one are left out, the first
 * always stands. A page carries hundreds of days for each line that it draws.
 */
export function packCounts(counts: readonly (ReadoutCount | null)[]): string {
  let last: ReadoutCount | null = null;
  const days = counts.map((count) => {
    if (count === null) return "";
    const [numerator, denominator, unknown] = count;
    const isUnknownSame = unknown === last?.[2];
    const isDenominatorSame = isUnknownSame && denominator === last?.[1];
    last = count;
    if (isDenominatorSame) return `${numerator}`;
    return isUnknownSame ? `${numerator},${denominator}` : `${numerator},${denominator},${unknown}`;
  });
  return days.join(";");
}

/** unpackCounts reads what packCounts wrote. */
export function unpackCounts(text: string): readonly (ReadoutCount | null)[] {
  let last: ReadoutCount = [0, 0, 0];
  return text.split(";").map((day) => {
    if (day === "") return null;
    const [numerator = 0, denominator = last[1], unknown = last[2]] = day.split(",").map(Number);
    last = [numerator, denominator, unknown];
    return last;
  });
}
