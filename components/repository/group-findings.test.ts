import { describe, expect, it } from "vitest";
import type { Outcome } from "#lib/model/finding.ts";
import type { FindingItem } from "#lib/views/repository-parts.ts";
import { groupByCheck } from "./group-findings.ts";

function finding(checkId: string, outcome: Outcome, isWaived = false): FindingItem {
  return {
    checkId,
    title: checkId,
    href: "",
    subject: ".",
    severity: "warning",
    outcome,
    isWaived,
    waiver: null,
    fix: null,
    summary: outcome,
    since: "2026-11-22T00:00:00.000Z",
    evidence: [],
    why: "",
    how: "",
    remediation: "",
    resources: [],
  };
}

describe("groupByCheck", () => {
  it("stands a failing check before one that passes, and its fails before its passes", () => {
    const groups = groupByCheck([
      finding("a", "pass"),
      finding("b", "pass"),
      finding("b", "fail"),
      finding("c", "unknown"),
    ]);

    expect(groups.map((group) => [group.checkId, group.worst])).toEqual([
      ["b", "fail"],
      ["c", "unknown"],
      ["a", "pass"],
    ]);
    expect(groups[0]?.items.map((item) => item.outcome)).toEqual(["fail", "pass"]);
  });

  it("stands a waived fail behind what still fails, and marks it", () => {
    const groups = groupByCheck([finding("a", "fail", true), finding("b", "fail")]);

    expect(groups.map((group) => group.worst)).toEqual(["fail", "waived"]);
  });

  it("leaves out what does not apply", () => {
    expect(groupByCheck([finding("a", "not-applicable")])).toEqual([]);
  });
});
