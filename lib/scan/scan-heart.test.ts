import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { defaultOwnershipSettings } from "#lib/model/ownership.ts";
import { defaultPolicy } from "#lib/model/policy.ts";
import { never } from "#lib/providers/github/emulated.fixture.ts";
import { createLocalProvider } from "#lib/providers/local/local-provider.ts";
import type { Usage } from "#lib/providers/source-provider.ts";
import { finishScan } from "#lib/store/scan-progress.ts";
import { findScan } from "#lib/store/scans.ts";
import { day, givenRunningScan } from "#lib/store/testing/fixtures.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import type { ScanContext } from "./scan-context.ts";
import { withHeart } from "./scan-heart.ts";

describeEachDatabase("the heart of a scan", (database) => {
  async function open(usage: () => Usage): Promise<ScanContext> {
    const { organizationId, scanId } = await givenRunningScan(database());
    return {
      ...{ database: database(), organizationId, scanId, isFull: false, login: "acme" },
      ...{ policy: defaultPolicy, ownership: defaultOwnershipSettings },
      ...{ asOf: day(1), now: () => day(1), signal: never },
      provider: { ...createLocalProvider({ path: "." }), usage },
    };
  }

  it("adds up what was spent, each request once however often it beats", async () => {
    let graphql = 0;
    const context = await open(() => ({ graphql, rest: 2 * graphql, points: graphql, remainingPoints: 90 - graphql }));

    await withHeart(context, async () => {
      graphql = 3;
      // Two beats, and a last one at the end.
      await sleep(1_200);
      graphql = 4;
    });

    const scan = await findScan(database(), context.scanId);
    expect(scan?.requests).toEqual({ graphql: 4, rest: 8, points: 4, remainingPoints: 86 });
  });

  it("stops the work soon when somebody stops the scan", async () => {
    const context = await open(() => ({ graphql: 0, rest: 0, points: 0, remainingPoints: null }));
    const failure = { code: "interrupted", message: "Stopped by local." } as const;
    let stoppedMs = Number.NaN;

    const working = withHeart(context, async ({ signal }) => {
      stoppedMs = Date.now();
      await finishScan(database(), context.scanId, { state: "cancelled", failure, at: day(1) });
      await sleep(60_000, undefined, { signal }).catch(() => signal.throwIfAborted());
    });

    await expect(working).rejects.toMatchObject({ code: "interrupted" });
    expect(Date.now() - stoppedMs).toBeLessThan(30_000);
  });
});
