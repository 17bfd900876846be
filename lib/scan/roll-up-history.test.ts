import { afterAll, beforeAll, expect, it } from "vitest";
import { defaultPolicy, type Policy } from "#lib/model/policy.ts";
import { type Acme, never, writeAcme } from "#lib/providers/github/emulated.fixture.ts";
import { createLocalProvider } from "#lib/providers/local/local-provider.ts";
import type { Database } from "#lib/store/database.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { backfillOrganization } from "./backfill.ts";
import { rollUpHistory } from "./roll-up-history.ts";
import { sampleDay, scanWith } from "./testing/scan-sample.ts";

const brief: Policy = { ...defaultPolicy, historyMonths: 1 };

let acme: Acme;

beforeAll(() => {
  acme = writeAcme(2);
});

afterAll(() => acme.remove());

const local = () => createLocalProvider({ path: acme.folder });

function countPoints(db: Database, organizationId: string): Promise<number> {
  return db.client.metricPoint.count({ where: { organizationId, origin: "backfilled" } });
}

describeEachDatabase("the days before the first scan", (database) => {
  it("are counted again only when something is different that they are counted from, or when that is wanted", async () => {
    const db = database();
    const { organization } = await scanWith(db, local(), { location: "counted" });
    const { id: organizationId } = organization;
    const context = { database: db, organizationId, policy: brief, now: () => sampleDay, signal: never };
    const backfill = () => backfillOrganization({ ...context, provider: local() });
    await backfill();
    const whole = await countPoints(db, organizationId);
    // What is lost shows whether it is counted again.
    const lose = () => db.client.metricPoint.deleteMany({ where: { organizationId, metricId: "adoption" } });

    await lose();
    await backfill();
    expect(await countPoints(db, organizationId)).toBeLessThan(whole);

    await rollUpHistory(context, { isAnew: true });
    expect(await countPoints(db, organizationId)).toBe(whole);

    // Its owner is another one.
    const team = await db.client.team.create({
      data: { organizationId, providerId: "new", slug: "new", name: "New" },
      select: { id: true },
    });
    const { id: repositoryId } = await db.client.repository.findFirstOrThrow({
      where: { organizationId },
      select: { id: true },
    });
    await backfill();
    await lose();
    await backfill();
    const lost = await countPoints(db, organizationId);
    await db.client.repositoryOwner.create({ data: { repositoryId, teamId: team.id }, select: { teamId: true } });
    await backfill();
    expect(await countPoints(db, organizationId)).toBeGreaterThan(lost);
  });
});
