import { expect, it } from "vitest";
import type { Database } from "./database.ts";
import { finishScan, startScan } from "./scan-progress.ts";
import { createScan } from "./scans.ts";
import { analysisOf, day, findingOf, givenRunningScan, recordAnalysis } from "./testing/fixtures.ts";
import { describeEachDatabase } from "./testing/open-test-databases.ts";

async function readFindingsSizeBytes(db: Database): Promise<number> {
  const [row] = await db.client.$queryRaw<
    { readonly size: number }[]
  >`SELECT pg_relation_size('finding')::integer AS size`;
  return row?.size ?? 0;
}

describeEachDatabase("finishScan", (database) => {
  it("lets no scan after another make the embedded database grow", async () => {
    const db = database();
    if (db.connection.kind === "server") return;
    const row = await givenRunningScan(db);
    // A day later each says something else; what stays as it was is not written again.
    const findingsOf = (number: number) =>
      Array.from({ length: 1_000 }, (_, index) => findingOf(`check-${index}`, { summary: `${number} days old` }));
    const sizes: number[] = [];
    let { scanId } = row;
    for (const number of [4, 5, 6, 7, 8]) {
      await recordAnalysis(db, analysisOf({ ...row, scanId }, number, { findings: findingsOf(number) }));
      await finishScan(db, scanId, { state: "completed", failure: null, at: day(number) });
      sizes.push(await readFindingsSizeBytes(db));
      const request = {
        organizationId: row.organizationId,
        trigger: "command",
        isFull: false,
        requestedBy: "local",
      } as const;
      scanId = (await createScan(db, { ...request, at: day(number) })).scanId;
      await startScan(db, scanId, day(number));
    }

    // The rows and once more those that replaced them; without it the fifth scan needs five times the room.
    expect(Math.max(...sizes)).toBeLessThanOrEqual(2 * (sizes[0] ?? 0));
  });
});
