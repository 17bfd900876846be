import { expect, it } from "vitest";
import { spreadLabels } from "./spread-labels.ts";

it.each([
  [
    [10, 11, 50],
    [10, 17, 50],
  ],
  [
    [99, 100, 98],
    [93, 100, 86],
  ],
  [[], []],
])("moves %j apart to %j", (positions, expected) => {
  expect(spreadLabels(positions, 7, 100)).toEqual(expected);
});
