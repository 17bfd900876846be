import { expect, it } from "vitest";
import { findFirstCountedDay, listCountCourses } from "./count-courses.ts";
import { type RepositoryCount, recordRepositoryCounts } from "./repository-counts.ts";
import { givenRunningScan } from "./testing/fixtures.ts";
import { describeEachDatabase } from "./testing/open-test-databases.ts";

const pass = { numerator: 1, denominator: 1, unknown: 0 };
const fail = { numerator: 0, denominator: 1, unknown: 0 };

describeEachDatabase("recordRepositoryCounts", (database) => {
  it("keeps what changed, replaces the same day, and ends what is gone", async () => {
    const db = database();
    const { organizationId, repositoryId } = await givenRunningScan(db);
    const count = (adoption: typeof pass): RepositoryCount => ({
      repositoryId,
      notEligible: null,
      teamIds: [],
      shares: { adoption },
    });
    const record = (day: string, ...counts: readonly RepositoryCount[]) =>
      recordRepositoryCounts(db, organizationId, day, counts);

    await record("2026-11-01", count(fail));
    await record("2026-11-02", count(fail));
    await record("2026-11-03", count(pass));
    await record("2026-11-03", count(fail));
    await record("2026-11-04", count(pass));
    await record("2026-11-05", { ...count(pass), notEligible: "archived", shares: {} });
    await record("2026-11-06");

    const days = { metricId: "adoption", from: "2026-11-01", to: "2026-11-30" };
    const [course] = await listCountCourses(db, organizationId, days);
    const spans = course?.observed.map(({ from, to, share, notEligible }) => [from, to, share, notEligible]);
    expect(spans).toEqual([
      ["2026-11-01", "2026-11-04", fail, null],
      ["2026-11-04", "2026-11-05", pass, null],
      ["2026-11-05", "2026-11-06", null, "archived"],
    ]);
    expect(await findFirstCountedDay(db, organizationId)).toBe("2026-11-01");
    const [late] = await listCountCourses(db, organizationId, { ...days, from: "2026-11-04", to: "2026-11-04" });
    expect(late?.observed).toHaveLength(1);
  });
});
