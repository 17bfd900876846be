import { afterAll, beforeAll, expect, it } from "vitest";
import { defaultPolicy, type Policy } from "#lib/model/policy.ts";
import { type Acme, never, writeAcme } from "#lib/providers/github/emulated.fixture.ts";
import { createLocalProvider } from "#lib/providers/local/local-provider.ts";
import type { SourceProvider } from "#lib/providers/source-provider.ts";
import type { Database } from "#lib/store/database.ts";
import { listRebuildable, readRebuildable } from "#lib/store/rebuildable-repositories.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { listUnrebuiltRepositories } from "#lib/store/unrebuilt-repositories.ts";
import { type BackfillContext, backfillOrganization } from "./backfill.ts";
import { sampleDay, scanWith } from "./testing/scan-sample.ts";

// Few days are counted quickly.
const brief: Policy = { ...defaultPolicy, historyMonths: 1 };

let acme: Acme;

beforeAll(() => {
  acme = writeAcme(2);
});

afterAll(() => acme.remove());

const local = () => createLocalProvider({ path: acme.folder });

function contextOf(
  database: Database,
  organizationId: string,
  changes: Partial<BackfillContext> & Pick<BackfillContext, "provider">,
): BackfillContext {
  return { database, organizationId, policy: brief, now: () => sampleDay, signal: never, ...changes };
}

describeEachDatabase("a past that is to be rebuilt", (database) => {
  it("tries what failed three times, each time after a longer pause, and then only when it is asked for", async () => {
    const db = database();
    const { organization } = await scanWith(db, local(), { location: "poisoned" });
    const [poisoned] = await readRebuildable(
      db,
      (await listRebuildable(db, organization.id)).map(({ id }) => id),
    );
    const asked: string[] = [];
    const provider: SourceProvider = {
      ...local(),
      async *readHistory(requests, signal) {
        asked.push(...requests.map(({ repository }) => repository.name));
        yield* local().readHistory(requests, signal);
      },
    };
    await db.client.$executeRaw`
      CREATE FUNCTION refuse_past() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.state <> 'failed' AND EXISTS (
          SELECT FROM repository WHERE id = NEW.repository_id AND name = TG_ARGV[0]) THEN
          RAISE EXCEPTION 'its past is poisoned';
        END IF;
        RETURN NEW;
      END $$`;
    await db.client.$executeRawUnsafe(
      `CREATE TRIGGER refuse BEFORE INSERT OR UPDATE ON repository_history FOR EACH ROW
       EXECUTE FUNCTION refuse_past('${poisoned?.repository.name}')`,
    );
    const run = async (minutes: number, isAskedFor = false) => {
      asked.length = 0;
      const now = () => new Date(Date.parse(sampleDay) + minutes * 60_000).toISOString();
      const result = await backfillOrganization(contextOf(db, organization.id, { provider, now, isAskedFor }));
      return { tried: asked.length, failed: result.failed, isWhole: result.done + result.failed === result.total };
    };

    const first = await run(0);
    expect(first).toMatchObject({ failed: 1, isWhole: true });
    expect(await run(5)).toEqual({ tried: 0, failed: 1, isWhole: true });
    expect(await run(11)).toEqual({ tried: 1, failed: 1, isWhole: true });
    expect(await run(60)).toEqual({ tried: 0, failed: 1, isWhole: true });
    expect(await run(80)).toEqual({ tried: 1, failed: 1, isWhole: true });
    expect(await run(10_000)).toEqual({ tried: 0, failed: 1, isWhole: true });
    expect(await run(10_000, true)).toEqual({ tried: 1, failed: 1, isWhole: true });
    const [unrebuilt, ...others] = await listUnrebuiltRepositories(db, organization.id);
    expect(unrebuilt).toMatchObject({ repositoryId: poisoned?.id, failures: 4, failure: { code: "internal" } });
    expect(unrebuilt?.failure?.message).toContain("its past is poisoned");
    expect(others).toEqual([]);

    await db.client.$executeRaw`DROP TRIGGER refuse ON repository_history`;
    expect(await run(10_001, true)).toEqual({ tried: 1, failed: 0, isWhole: true });
    expect(await listUnrebuiltRepositories(db, organization.id)).toEqual([]);
  });

  it("gives flakes of the past the roles of the policy, and reads them again when those change", async () => {
    const db = database();
    const { organization } = await scanWith(db, local(), { location: "roles" });
    const rolesOf = async (policy: Policy) => {
      await backfillOrganization(contextOf(db, organization.id, { provider: local(), policy }));
      const flakes = await db.client.flake.findMany({
        where: { snapshot: { origin: "backfilled", repository: { organizationId: organization.id } } },
        select: { role: true },
      });
      return new Set(flakes.map(({ role }) => role));
    };

    expect(await rolesOf(brief)).toEqual(new Set(["main"]));
    expect(await rolesOf({ ...brief, rolesByPath: [{ pattern: ".", role: "test" }] })).toEqual(new Set(["test"]));
  });
});
