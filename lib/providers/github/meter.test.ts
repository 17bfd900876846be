import { expect, it } from "vitest";
import { AppError } from "#lib/errors/app-error.ts";
import { createMeter } from "./meter.ts";

function answer(cost: number | null, remaining: string | undefined) {
  const rateLimit = cost === null ? null : { cost, remaining: 4000 };
  const headers = remaining === undefined ? {} : { "x-ratelimit-remaining": remaining };
  return { data: { data: { rateLimit } }, headers };
}

it("adds up what queries cost, 1 where GitHub does not say, and believes the headers first", () => {
  const meter = createMeter();
  expect(meter.usage()).toEqual({ graphql: 0, rest: 0, points: 0, remainingPoints: null });

  meter.countGraphql(answer(3, undefined));
  expect(meter.usage()).toEqual({ graphql: 1, rest: 0, points: 3, remainingPoints: 4000 });

  meter.countGraphql(answer(2, "3990"));
  meter.countRest();
  expect(meter.usage()).toEqual({ graphql: 2, rest: 1, points: 5, remainingPoints: 3990 });

  meter.countGraphql(answer(null, undefined));
  expect(meter.usage()).toEqual({ graphql: 3, rest: 1, points: 6, remainingPoints: 3990 });
});

it("counts a failed query, and learns nothing about the limit from it", () => {
  const meter = createMeter();
  meter.countGraphql(answer(1, "100"));
  // A 401 says 0 remaining, which is not true of the token that is right.
  meter.countGraphql({ kind: "final", error: new AppError("unauthorized", "no") });

  expect(meter.usage()).toEqual({ graphql: 2, rest: 0, points: 2, remainingPoints: 100 });
});
