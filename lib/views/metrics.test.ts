import { expect, it } from "vitest";
import { recordFailure } from "#lib/store/analysis.ts";
import { beatScan, finishScan } from "#lib/store/scan-progress.ts";
import { addScanRows } from "#lib/store/scans.ts";
import { day, givenRunningScan } from "#lib/store/testing/fixtures.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { readMetrics } from "./metrics.ts";

describeEachDatabase("readMetrics", (database) => {
  it("tells scans by state, what is waiting, and what the latest scan came to and cost", async () => {
    const db = database();
    const finished = await givenRunningScan(db);
    const failure = { code: "timeout", message: "Slow." } as const;
    await recordFailure(db, { ...finished, failure, at: day(3) });
    const spent = { graphql: 4, rest: 2, points: 9, remainingPoints: 4_991 };
    await beatScan(db, finished.scanId, { spent, at: day(3) });
    await finishScan(db, finished.scanId, { state: "partial", failure: null, at: "2026-11-03T00:01:30.000Z" });
    const running = await givenRunningScan(db);
    await addScanRows(db, running.scanId, [
      { fullName: running.fullName, repositoryId: running.repositoryId, entries: [], headCommit: null },
    ]);

    const { text, contentType } = await readMetrics({ database: db, actor: { kind: "local" } });

    const slug = finished.organization.slug;
    expect(contentType).toContain("text/plain");
    expect(text.split("\n")).toEqual(
      expect.arrayContaining([
        `flakeboard_scans{organization="${slug}",state="partial"} 1`,
        `flakeboard_scans{organization="${running.organization.slug}",state="running"} 1`,
        "flakeboard_pending_repositories 1",
        `flakeboard_latest_scan_repositories{organization="${slug}",outcome="failed"} 1`,
        `flakeboard_latest_scan_requests{organization="${slug}",api="graphql"} 4`,
        `flakeboard_latest_scan_points{organization="${slug}"} 9`,
        `flakeboard_remaining_points{organization="${slug}"} 4991`,
        `flakeboard_latest_scan_duration_seconds{organization="${slug}"} 90`,
      ]),
    );
    expect(text).not.toContain(`flakeboard_remaining_points{organization="${running.organization.slug}"}`);
  });
});
