import { expect, it } from "vitest";
import { defaultPolicy } from "#lib/model/policy.ts";
import { overridesWith } from "./change-policy.ts";

it("a part that is put back by hand follows the default again, as one that is put back by its button", () => {
  const before = { nixpkgsAgeDaysMax: 45, inputAgeDaysMax: 60 };
  const { nixpkgsAgeDaysMax, helperLibraries } = defaultPolicy;

  expect(overridesWith(before, { nixpkgsAgeDaysMax })).toEqual({ inputAgeDaysMax: 60 });
  expect(overridesWith(before, { nixpkgsAgeDaysMax: null })).toEqual({ inputAgeDaysMax: 60 });
  expect(overridesWith({}, { helperLibraries: [...helperLibraries] })).toEqual({});
  expect(overridesWith({}, { helperLibraries: helperLibraries.slice(1) })).toEqual({
    helperLibraries: helperLibraries.slice(1),
  });
});

it("nothing is changed by what the policy refuses, and it is told line by line", () => {
  expect(() => overridesWith({}, { helperLibraries: ["acme/kit", "no slash"] })).toThrow(
    "Nothing was changed: helperLibraries, line 2, is owner/repository.",
  );
});
