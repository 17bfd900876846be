import { describe, expect, it } from "vitest";
import { agesOfUses } from "./age-spread.ts";

const asOf = "2026-11-26T12:00:00.000Z";

function daysAgo(days: number, uses = 1) {
  return { seconds: Date.parse(asOf) / 1000 - days * 86_400, uses };
}

describe("agesOfUses", () => {
  it("gives youngest, median and oldest, and counts an age at the limit as within it", () => {
    const { spread, unknown } = agesOfUses([daysAgo(400), daysAgo(30, 3), daysAgo(5)], 5, { asOf, limitDays: 30 });

    expect(spread).toMatchObject({ minDays: 5, medianDays: 30, maxDays: 400, beyond: 1 });
    expect(spread?.marks.reduce((sum, [, count]) => sum + count, 0)).toBe(5);
    expect(unknown).toBe(0);
  });

  it("takes the older of two in the middle, an age that some use has", () => {
    expect(agesOfUses([daysAgo(10), daysAgo(50)], 2, { asOf, limitDays: 30 }).spread?.medianDays).toBe(50);
  });

  it("keeps what has no moment, or one in the future, unknown: in no other number", () => {
    const ages = agesOfUses([daysAgo(-3), daysAgo(8)], 4, { asOf, limitDays: 30 });

    expect(ages).toMatchObject({ unknown: 3, spread: { minDays: 8, maxDays: 8, beyond: 0 } });
    expect(agesOfUses([], 2, { asOf, limitDays: 30 })).toEqual({ spread: null, unknown: 2 });
  });
});
