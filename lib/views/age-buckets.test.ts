import { describe, expect, it } from "vitest";
import { ageBuckets } from "./age-buckets.ts";

describe("ageBuckets", () => {
  it("puts every age into exactly one range", () => {
    const ages = [0, 7, 8, 30, 31, 90, 365, 366, 4000];

    const counts = ageBuckets(ages, 30).map((bucket) => bucket.count);

    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(ages.length);
  });

  it.each([14, 30, 45, 90])("ends a range exactly at a limit of %i days", (limitDays) => {
    const buckets = ageBuckets([limitDays, limitDays + 1], limitDays);

    expect(buckets.filter((bucket) => bucket.isBeyondLimit).reduce((sum, bucket) => sum + bucket.count, 0)).toBe(1);
    expect(buckets.some((bucket) => bucket.toDays === limitDays + 1)).toBe(true);
  });
});
