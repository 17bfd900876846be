import { expect, it } from "vitest";
import type { Outcome } from "#lib/model/finding.ts";
import { findRepository, listRepositorySummaries } from "./repositories.ts";
import { listStoredFindings } from "./stored-rows.ts";
import { analysisOf, day, findingOf, givenRunningScan, recordAnalysis } from "./testing/fixtures.ts";
import { describeEachDatabase } from "./testing/open-test-databases.ts";

function judged(outcome: Outcome) {
  return { findings: [findingOf("lock-present", { outcome, summary: `it is ${outcome}` }), findingOf("inputs-fresh")] };
}

describeEachDatabase("findings that do not apply", (database) => {
  async function given(...outcomes: readonly Outcome[]) {
    const db = database();
    const row = await givenRunningScan(db);
    for (const [index, outcome] of outcomes.entries()) {
      await recordAnalysis(db, analysisOf(row, index + 3, judged(outcome)));
    }
    const detail = await findRepository(db, row.organizationId, "acme", "tool");
    return { db, row, finding: detail?.findings.find(({ checkId }) => checkId === "lock-present") };
  }

  it("are told with their words and the moment since which they hold", async () => {
    const { finding } = await given("not-applicable", "not-applicable");

    expect(finding).toEqual({ ...judged("not-applicable").findings[0], since: day(3) });
  });

  it("hold anew when the check applied meanwhile", async () => {
    const { finding } = await given("not-applicable", "unknown", "not-applicable");

    expect(finding).toMatchObject({ outcome: "not-applicable", since: day(5) });
  });

  it("are gone when the check applies", async () => {
    const { finding } = await given("not-applicable", "unknown");

    expect(finding).toMatchObject({ outcome: "unknown", summary: "it is unknown", since: day(4) });
  });

  it("leave with the others in an export, in order, and are no part of a summary", async () => {
    const { db, row } = await given("not-applicable");

    const exported = await listStoredFindings(db, row.organizationId);
    const [summary] = await listRepositorySummaries(db, row.organizationId);
    expect(exported.map(({ checkId, outcome, since }) => [checkId, outcome, since.toISOString()])).toEqual([
      ["inputs-fresh", "fail", day(3)],
      ["lock-present", "not-applicable", day(3)],
    ]);
    expect(summary?.findings.map(({ checkId }) => checkId)).toEqual(["inputs-fresh"]);
  });
});
