import { expect, it } from "vitest";
import { compareNames } from "./compare-names.ts";

it("orders names by the numbers in them, and upper and lower case alike", () => {
  expect(["team-12", "web", "Team-4", "api"].toSorted(compareNames)).toEqual(["api", "Team-4", "team-12", "web"]);
});
