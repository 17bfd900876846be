import fc from "fast-check";
import { expect, it } from "vitest";
import { packCounts, unpackCounts } from "./readout-counts.ts";

it("leaves out what is as on the day before", () => {
  expect(packCounts([[4, 10, 1], [5, 10, 1], null, [5, 11, 1], [5, 11, 0]])).toBe("4,10,1;5;;5,11;5,11,0");
});

it("gives every count back", () => {
  const count = fc.tuple(fc.nat(3), fc.nat(3), fc.nat(2));
  fc.assert(
    fc.property(fc.array(fc.option(count), { minLength: 1 }), (counts) => {
      expect(unpackCounts(packCounts(counts))).toEqual(counts);
    }),
  );
});
