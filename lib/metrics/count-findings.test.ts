import { describe, expect, it } from "vitest";
import type { Outcome } from "#lib/model/finding.ts";
import { countRepository, countSubjects } from "./count-findings.ts";
import { adoption } from "./headlines.ts";
import { type MeasuredRepository, measure } from "./metric.ts";

function repository(outcomes: readonly Outcome[], changes: Partial<MeasuredRepository> = {}): MeasuredRepository {
  const findings = outcomes.map((outcome) => ({
    checkId: "flake-present",
    theme: "adoption" as const,
    outcome,
    isWaived: false,
  }));
  return { isEligible: true, isRead: true, stages: [], findings, unaskedChecks: [], tally: null, ...changes };
}

const count = (outcomes: readonly Outcome[]) => countRepository(repository(outcomes), ["flake-present"]);

describe("countRepository", () => {
  it.each<[readonly Outcome[], number, number, number]>([
    [["pass", "pass", "not-applicable"], 1, 1, 0],
    [["pass", "fail"], 0, 1, 0],
    [["pass", "unknown"], 0, 1, 1],
    [["fail", "unknown"], 0, 1, 0],
    [["not-applicable"], 0, 0, 0],
    [[], 0, 0, 0],
  ])("counts %j as %i of %i, %i unknown", (outcomes, numerator, denominator, unknown) => {
    expect(count(outcomes)).toEqual({ numerator, denominator, unknown });
  });

  it("leaves a waived fail out of the count, and a waived pass in", () => {
    const waived = (outcome: Outcome) =>
      repository([], { findings: [{ checkId: "flake-present", theme: "adoption", outcome, isWaived: true }] });

    expect(countRepository(waived("fail"), ["flake-present"]).denominator).toBe(0);
    expect(countRepository(waived("pass"), ["flake-present"]).numerator).toBe(1);
  });
});

describe("countSubjects", () => {
  it("counts every subject, and the unknown ones in the denominator only", () => {
    const counted = countSubjects(repository(["pass", "fail", "unknown", "not-applicable"]), "flake-present");

    expect(counted).toEqual({ numerator: 1, denominator: 3, unknown: 1 });
  });
});

describe("adoption", () => {
  it("keeps an unread repository in the denominator as unknown, and an ineligible one out", () => {
    const share = measure(adoption, [
      repository(["pass"]),
      repository(["fail"]),
      repository([], { isRead: false }),
      repository(["pass"], { isEligible: false }),
    ]);

    expect(share).toEqual({ numerator: 1, denominator: 3, unknown: 1 });
  });
});
