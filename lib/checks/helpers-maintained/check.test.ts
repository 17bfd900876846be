import { describe, expect, it } from "vitest";
import { contextOf, judge, outcomes } from "../testing/judge.ts";
import { helpersMaintained } from "./check.ts";

function flakeOf(url: string) {
  return { "flake.nix": `{ inputs.h.url = "${url}"; outputs = inputs: { }; }` };
}

describe("helpers-maintained", () => {
  it("fails for a library that says of itself that it is abandoned, with the day of the list", () => {
    expect(judge(helpersMaintained, flakeOf("github:DivNix/digga"))).toEqual([
      {
        subject: ".",
        outcome: "fail",
        summary: "nobody maintains h any more, as of 2026-11-26",
        evidence: [{ path: "flake.nix", line: 1 }],
      },
    ]);
  });

  it("passes for another helper library, and does not apply without one", () => {
    expect(outcomes(helpersMaintained, flakeOf("github:numtide/flake-utils"))).toEqual({ ".": "pass" });
    expect(outcomes(helpersMaintained, flakeOf("github:acme/digga"))).toEqual({ ".": "not-applicable" });
    expect(outcomes(helpersMaintained, {})).toEqual({ ".": "not-applicable" });
  });

  it("is unknown while inputs may be unseen", () => {
    expect(outcomes(helpersMaintained, flakeOf("flake:digga"))).toEqual({ ".": "unknown" });
    expect(outcomes(helpersMaintained, { "flake.nix": "{ inputs = " })).toEqual({ ".": "unknown" });
  });

  it("takes the list from the policy", () => {
    const context = contextOf(flakeOf("github:divnix/digga"));
    const policy = { ...context.policy, unmaintainedHelpers: [] };

    expect(helpersMaintained.evaluate({ ...context, policy })[0]?.outcome).toBe("pass");
  });
});
