import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type GithubEmulator, startGithubEmulator } from "#e2e/github/emulator.ts";
import { monthsBefore } from "#lib/model/instant.ts";
import { defaultPolicy } from "#lib/model/policy.ts";
import { createGithubProvider } from "#lib/providers/github/github-provider.ts";
import { createLocalProvider } from "#lib/providers/local/local-provider.ts";
import type { SourceProvider } from "#lib/providers/source-provider.ts";
import type { Database } from "#lib/store/database.ts";
import { listHistories } from "#lib/store/history.ts";
import { listMetricPoints } from "#lib/store/metric-points.ts";
import { listRebuildable, readRebuildable } from "#lib/store/rebuildable-repositories.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { type BackfillContext, backfillOrganization } from "./backfill.ts";
import { sampleDay, scanWith, writeTestSample } from "./testing/scan-sample.ts";
import { pastOf, seriesOf } from "./testing/what-is-known.ts";

function contextOf(
  database: Database,
  provider: SourceProvider,
  organizationId: string,
  changes: Partial<BackfillContext> = {},
): BackfillContext {
  const { signal } = new AbortController();
  return { database, provider, organizationId, policy: defaultPolicy, now: () => sampleDay, signal, ...changes };
}

describe("backfillOrganization on the sample organization", () => {
  let folder = "";
  let remove = (): void => {};
  let emulator: GithubEmulator;

  beforeAll(async () => {
    ({ folder, remove } = await writeTestSample());
    emulator = await startGithubEmulator({ folder });
  });

  afterAll(async () => {
    await emulator.close();
    remove();
  });

  const local = () => createLocalProvider({ path: folder });
  const github = () => createGithubProvider({ organization: "sample", token: "x", restUrl: emulator.url });

  describeEachDatabase("with a database", (database) => {
    it("gives the same past through both providers, whole and without touching what was observed", async () => {
      const db = database();
      const { organization } = await scanWith(db, local(), { location: folder });
      const observed = await observedOf(db, organization.id);
      const result = await backfillOrganization(contextOf(db, local(), organization.id));
      const remote = await scanWith(db, github(), { location: emulator.url });
      await backfillOrganization(contextOf(db, github(), remote.organization.id));

      expect(result).toMatchObject({ failed: 0, isPaused: false, done: result.total });
      expect(result.total).toBeGreaterThan(40);
      expect(await observedOf(db, organization.id)).toEqual(observed);
      const [here, there] = [await pastOf(db, organization.id), await pastOf(db, remote.organization.id)];
      expect(there).toEqual(here);
      expect(await seriesOf(db, remote.organization.id)).toEqual(await seriesOf(db, organization.id));
      for (const { snapshots } of here) {
        for (const [index, { validTo }] of snapshots.entries()) {
          expect(snapshots[index + 1]?.validFrom ?? sampleDay).toBe(validTo);
        }
      }
    });

    it("shows adoption as the commits tell it, day by day until the day before the first scan", async () => {
      const db = database();
      const { organization } = await scanWith(db, local(), { location: folder });
      await backfillOrganization(contextOf(db, local(), organization.id));

      const points = await listMetricPoints(db, organization.id, {
        metricIds: ["adoption"],
        scope: { kind: "organization" },
      });

      const backfilled = points.filter(({ origin }) => origin === "backfilled");
      expect(backfilled.at(0)?.day).toBe(monthsBefore(sampleDay, defaultPolicy.historyMonths).slice(0, 10));
      expect(backfilled.at(-1)?.day).toBe("2026-11-19");
      expect(points.at(-1)).toMatchObject({ day: "2026-11-20", origin: "observed" });
      expect(backfilled.every(({ unknown }) => unknown === 0)).toBe(true);
      // Nothing happens in the sample on its last day, so the day before counts as the first scan did.
      const { numerator, denominator } = points.at(-1) ?? {};
      expect(backfilled.at(-1)).toMatchObject({ numerator, denominator });
      const ages = await listMetricPoints(db, organization.id, {
        metricIds: ["median-input-age"],
        scope: { kind: "organization" },
      });
      const [before, today] = ages.slice(-2);
      expect([before?.origin, today?.origin]).toEqual(["backfilled", "observed"]);
      // So all that was locked is a day older.
      expect(today?.value).toBe((before?.value ?? 0) + 1);
      expect(backfilled.at(0)?.numerator).toBeLessThan(numerator ?? 0);
    });

    it("goes on where a stopped run left off, and asks for nothing when all is done", async () => {
      const db = database();
      const { organization } = await scanWith(db, local(), { location: "stopped" });
      const stop = new AbortController();
      const stopping = contextOf(db, local(), organization.id, {
        signal: stop.signal,
        onProgress: ({ done }) => done === 10 && stop.abort(new Error("stopped")),
      });
      await expect(backfillOrganization(stopping)).rejects.toThrow("stopped");
      const after = await doneOf(db, organization.id);

      let asked = 0;
      const counting: SourceProvider = {
        ...local(),
        readHistory(requests, signal) {
          asked += requests.length;
          return local().readHistory(requests, signal);
        },
      };
      const result = await backfillOrganization(contextOf(db, counting, organization.id));
      const first = asked;
      await backfillOrganization(contextOf(db, counting, organization.id));

      expect(after).toBe(10);
      expect(result.done).toBe(result.total);
      expect(first).toBeGreaterThanOrEqual(result.total - after);
      expect(asked).toBe(first);
      expect(await doneOf(db, organization.id)).toBe(result.total);
    });

    it("marks a repository whose past cannot be read, and counts the others", async () => {
      const db = database();
      const { organization } = await scanWith(db, local(), { location: "failing" });
      const [broken] = await readRebuildable(
        db,
        (await listRebuildable(db, organization.id)).map(({ id }) => id),
      );
      const failing: SourceProvider = {
        ...local(),
        readHistory: (requests, signal) =>
          local().readHistory(
            requests.map((request) =>
              request.repository.providerId === broken?.repository.providerId
                ? { ...request, repository: { ...request.repository, headCommit: "1".repeat(40) } }
                : request,
            ),
            signal,
          ),
      };

      const result = await backfillOrganization(contextOf(db, failing, organization.id));

      expect(result).toMatchObject({ failed: 1, done: result.total - 1 });
      const history = (await listHistories(db, organization.id)).find(
        ({ repositoryId }) => repositoryId === broken?.id,
      );
      expect(history?.rebuilt).toMatchObject({ state: "failed", failure: { code: "parse" } });
    });
  });
});

async function observedOf(db: Database, organizationId: string) {
  return db.client.snapshot.findMany({
    where: { origin: "observed", repository: { organizationId } },
    select: { id: true, commit: true, validFrom: true, validTo: true, facts: true },
    orderBy: { id: "asc" },
  });
}

async function doneOf(db: Database, organizationId: string): Promise<number> {
  const histories = await listHistories(db, organizationId);
  return histories.filter(({ rebuilt }) => rebuilt?.state === "done").length;
}
