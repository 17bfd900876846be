import { expect, it } from "vitest";
import { factsVersion } from "#lib/model/facts.ts";
import { recordHistoryFailure } from "./history.ts";
import { readHistoryProgress } from "./history-progress.ts";
import { analysisOf, day, givenRunningScan, recordAnalysis } from "./testing/fixtures.ts";
import { describeEachDatabase } from "./testing/open-test-databases.ts";
import { countUpstreamsAsked, recordUpstreamHeads } from "./upstreams.ts";

describeEachDatabase("how far the past is rebuilt", (database) => {
  it("counts what was observed, and names what could not be rebuilt, with why", async () => {
    const db = database();
    const row = await givenRunningScan(db);
    await recordAnalysis(db, analysisOf(row, 9));
    const before = await readHistoryProgress(db, row.organizationId);
    const failure = { code: "timeout", message: "It took too long." } as const;
    const failed = { repositoryId: row.repositoryId, since: day(1), factsVersion, readBy: "test", at: day(9) };
    await recordHistoryFailure(db, { ...failed, failure });

    expect(before).toEqual({ observed: 1, rebuilt: 0, failed: 0, failures: [] });
    expect(await readHistoryProgress(db, row.organizationId)).toEqual({
      observed: 1,
      rebuilt: 0,
      failed: 1,
      failures: [{ repository: "tool", failure }],
    });
    expect(await readHistoryProgress(db, "no-organization")).toMatchObject({ observed: 0 });
  });

  it("counts the branches that were asked, and those that are gone", async () => {
    const db = database();
    const { organizationId } = await givenRunningScan(db);
    const none = await countUpstreamsAsked(db, organizationId);
    const head = { revision: "a".repeat(40), committedAt: day(2) };
    await recordUpstreamHeads(
      db,
      organizationId,
      [
        { upstream: "github:nixos/nixpkgs", branch: "nixos-unstable", head },
        { upstream: "github:acme/gone", branch: null, head: null },
      ],
      day(3),
    );

    expect(none).toEqual({ branches: 0, gone: 0, lastAt: null });
    expect(await countUpstreamsAsked(db, organizationId)).toEqual({ branches: 2, gone: 1, lastAt: day(3) });
  });
});
