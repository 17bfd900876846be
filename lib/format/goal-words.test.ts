import { expect, it } from "vitest";
import { goalLabel, goalWords } from "./goal-words.ts";

const goal = { metricId: "adoption", team: null, share: 0.8, by: "2027-03-31" };
const of = (numerator: number, denominator: number) => ({ numerator, denominator, unknown: 0 });
const plain = (text: string) => text.replaceAll("\u00a0", " ");

it.each([
  [of(68, 100), "12 points below the goal of 80 %, due 31 Mar 2027"],
  [of(799, 1000), "under 1 point below the goal of 80 %, due 31 Mar 2027"],
  [of(80, 100), "the goal of 80 % is reached"],
  [of(0, 0), "the goal is 80 %, due 31 Mar 2027"],
])("says of %j: %s", (share, words) => {
  expect(plain(goalWords(goal, share))).toBe(words);
});

it("names a goal with its day, or without one", () => {
  expect(plain(goalLabel(goal))).toBe("goal 80 % by 31 Mar 2027");
  expect(plain(goalLabel({ ...goal, by: null }))).toBe("goal 80 %");
});
