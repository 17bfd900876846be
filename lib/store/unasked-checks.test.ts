import { expect, it } from "vitest";
import { analysisOf, findingOf, givenRunningScan, recordAnalysis } from "./testing/fixtures.ts";
import { describeEachDatabase } from "./testing/open-test-databases.ts";
import { listUnaskedChecks } from "./unasked-checks.ts";

const inputs = { directInputs: 0, internalInputs: 0, unclearInputs: 0, inputLockedDays: [] };
const tally = { askedBy: "old", mainFlakes: 1, cacheClass: "none", ...inputs } as const;

describeEachDatabase("listUnaskedChecks", (database) => {
  it("names the checks that came after a repository was judged, and none that was asked, whatever it said", async () => {
    const db = database();
    const row = await givenRunningScan(db);
    const findings = [findingOf("inputs-fresh"), { ...findingOf("lock-present"), outcome: "not-applicable" as const }];
    await recordAnalysis(db, analysisOf(row, 3, { findings, tally }));
    const list = (askedBy: string) =>
      listUnaskedChecks(db, row.organizationId, { ids: ["inputs-fresh", "lock-present", "newer"], askedBy });

    expect(await list("new")).toEqual(new Map([[row.repositoryId, ["newer"]]]));
    expect(await list("old")).toEqual(new Map());
  });

  it("says nothing of a repository that was never read", async () => {
    const db = database();
    const { organizationId } = await givenRunningScan(db);

    expect(await listUnaskedChecks(db, organizationId, { ids: ["newer"], askedBy: "new" })).toEqual(new Map());
  });
});
