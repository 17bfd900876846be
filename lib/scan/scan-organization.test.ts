import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AppError } from "#lib/errors/app-error.ts";
import { createLocalProvider } from "#lib/providers/local/local-provider.ts";
import type { SourceProvider } from "#lib/providers/source-provider.ts";
import { listInternalLinks } from "#lib/store/internal-links.ts";
import { listMetricPoints } from "#lib/store/metric-points.ts";
import { listOrganizations } from "#lib/store/organizations.ts";
import { listRepositorySummaries } from "#lib/store/repositories.ts";
import { finishScan, listOpenScans } from "#lib/store/scan-progress.ts";
import { listScanRows } from "#lib/store/scans.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { countReads, sampleDay, scanWith, writeTestSample } from "./testing/scan-sample.ts";

describe("a scan of the sample organization", () => {
  let folder = "";
  let remove = (): void => {};

  beforeAll(async () => {
    ({ folder, remove } = await writeTestSample());
  });

  afterAll(() => remove());

  describeEachDatabase("into a database", (database) => {
    it("reads every repository and counts what the sample holds", async () => {
      const { scan, organization } = await scanWith(database(), createLocalProvider({ path: folder }));

      expect(scan).toMatchObject({
        state: "completed",
        failure: null,
        counts: { total: 48, eligible: 44, read: 47, unchanged: 1, failed: 0, withFlake: 29 },
      });
      const points = await listMetricPoints(database(), organization.id, {
        metricIds: ["adoption"],
        scope: { kind: "organization" },
      });
      expect(points).toMatchObject([
        {
          metricId: "adoption",
          metricVersion: 1,
          day: "2026-11-20",
          numerator: 29,
          denominator: 44,
          unknown: 0,
          origin: "observed",
        },
      ]);
    });

    it("counts the main flakes of the repositories that have one", async () => {
      const { organization } = await scanWith(database(), createLocalProvider({ path: folder }));
      const [point] = await listMetricPoints(database(), organization.id, {
        metricIds: ["flakes-per-repository"],
        scope: { kind: "organization" },
      });

      expect(point).toMatchObject({ numerator: 32, denominator: 29, unknown: 0 });
    });

    it("counts each internal edge once, as the graph of the organization's own flakes does", async () => {
      const { organization } = await scanWith(database(), createLocalProvider({ path: folder }));
      const [point] = await listMetricPoints(database(), organization.id, {
        metricIds: ["internal-inputs"],
        scope: { kind: "organization" },
      });
      const links = await listInternalLinks(database(), organization.id);

      expect(links.length).toBeGreaterThan(0);
      expect(point).toMatchObject({ numerator: links.length, denominator: 75 });
    });

    it("finds every repository unchanged the second time, and reads no file", async () => {
      const provider = countReads(createLocalProvider({ path: folder }));
      const before = await stateOf();

      const { scan } = await scanWith(database(), provider);

      expect(provider.reads()).toBe(0);
      expect(scan.counts).toMatchObject({ read: 0, unchanged: 48, withFlake: 29 });
      expect(await stateOf()).toEqual(before);
    });

    it("reads every repository again when asked to, and comes to the same", async () => {
      const before = await stateOf();

      const { scan } = await scanWith(database(), createLocalProvider({ path: folder }), { isFull: true });

      expect(scan.counts).toMatchObject({ read: 47, unchanged: 1, failed: 0 });
      expect(await stateOf()).toEqual(before);
    });

    it("keeps what it knew of a repository that fails, records the failure, and reads the others", async () => {
      const failing = failFor(createLocalProvider({ path: folder }), "ledger");
      const before = await stateOf();

      const { scan } = await scanWith(database(), failing, { isFull: true });

      expect(scan).toMatchObject({ state: "partial", counts: { read: 46, failed: 1 } });
      expect(await listScanRows(database(), scan.id, { state: "failed", limit: 10 })).toMatchObject([
        { fullName: "sample/ledger", failure: { code: "timeout", message: "It took too long." } },
      ]);
      expect(await stateOf()).toEqual(before);
    });

    it("ends failed, with the reason, when the provider itself fails, and loses nothing", async () => {
      const before = await stateOf();
      const provider: SourceProvider = {
        ...createLocalProvider({ path: folder }),
        async listTeams() {
          throw new AppError("provider-unavailable", "The network is gone.");
        },
      };

      const { scan } = await scanWith(database(), provider);

      expect(scan).toMatchObject({
        state: "failed",
        failure: { code: "provider-unavailable", message: "The network is gone." },
      });
      expect(await stateOf()).toEqual(before);
    });

    it("goes on without teams when they may not be seen, says so, and leaves the owners as they were", async () => {
      const before = await stateOf();
      const provider: SourceProvider = {
        ...createLocalProvider({ path: folder }),
        async listTeams() {
          throw new AppError("forbidden", "The token may not see teams.");
        },
      };

      const { scan } = await scanWith(database(), provider);

      expect(scan).toMatchObject({ state: "partial", failure: { code: "forbidden" } });
      expect(await stateOf()).toEqual(before);
    });

    it("stops soon when somebody stops it, keeping what it had", async () => {
      const provider = createLocalProvider({ path: folder });
      const stopped: SourceProvider = {
        ...provider,
        async readTree(repository, signal) {
          const failure = { code: "interrupted", message: "Stopped." } as const;
          for (const { scanId } of await listOpenScans(database())) {
            await finishScan(database(), scanId, { state: "cancelled", failure, at: sampleDay });
          }
          if (!signal.aborted) await new Promise((resolve) => signal.addEventListener("abort", resolve));
          return provider.readTree(repository, signal);
        },
      };

      const { scan } = await scanWith(database(), stopped, { isFull: true });

      expect(scan).toMatchObject({ state: "cancelled", failure: { code: "interrupted", message: "Stopped." } });
      expect(scan.counts.read).toBeLessThan(47);
    });

    it("tries a repository that throws when it is recorded three times, alone, and sets it aside with its error", async () => {
      const before = await stateOf();
      await database().client.$executeRaw`
        CREATE FUNCTION refuse_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF EXISTS (SELECT 1 FROM repository WHERE id = NEW.repository_id AND name = 'ledger') THEN
            RAISE EXCEPTION 'ledger is poisoned';
          END IF;
          RETURN NEW;
        END $$`;
      await database().client.$executeRaw`
        CREATE TRIGGER refuse BEFORE INSERT OR UPDATE ON finding FOR EACH ROW EXECUTE FUNCTION refuse_ledger()`;

      const { scan } = await scanWith(database(), createLocalProvider({ path: folder }), { isFull: true });
      await database().client.$executeRaw`DROP TRIGGER refuse ON finding`;

      expect(scan).toMatchObject({ state: "partial", counts: { read: 46, unchanged: 1, failed: 1 } });
      const [row] = await listScanRows(database(), scan.id, { state: "failed", limit: 10 });
      expect(row?.fullName).toBe("sample/ledger");
      expect(row?.failure?.message).toContain("ledger is poisoned");
      expect(await stateOf()).toEqual(before);
    });

    it("sets a repository aside that was begun three times and never ended, and reads the others", async () => {
      const provider = createLocalProvider({ path: folder });
      const ended: SourceProvider = {
        ...provider,
        async *listRepositories(signal) {
          yield* provider.listRepositories(signal);
          // As three processes leave it that were killed over this one, and one that was killed over all.
          await database().client.$executeRaw`UPDATE scan_repository SET attempts = 1 WHERE state = 'pending'`;
          await database().client.$executeRaw`
            UPDATE scan_repository SET attempts = 3 WHERE state = 'pending' AND full_name = 'sample/ledger'`;
        },
      };

      const { scan } = await scanWith(database(), ended, { isFull: true });

      expect(scan).toMatchObject({ state: "partial", counts: { read: 46, unchanged: 1, failed: 1 } });
      const [row] = await listScanRows(database(), scan.id, { state: "failed", limit: 10 });
      expect(row).toMatchObject({ fullName: "sample/ledger", failure: { code: "internal" } });
      expect(row?.failure?.message).toContain("ended the process 3 times");
    });

    async function stateOf() {
      const [organization] = await listOrganizations(database());
      const summaries = await listRepositorySummaries(database(), organization?.id ?? "");
      return summaries.map(({ id, name, ownershipRule, ownerTeamIds, snapshot, findings }) => {
        const sorted = findings.toSorted((one, other) => key(one).localeCompare(key(other)));
        return { id, name, ownershipRule, ownerTeamIds: ownerTeamIds.toSorted(), snapshot, findings: sorted };
      });
    }
  });
});

function failFor(provider: SourceProvider, name: string): SourceProvider {
  return {
    ...provider,
    async readTree(repository, signal) {
      if (repository.name === name) throw new AppError("timeout", "It took too long.");
      return provider.readTree(repository, signal);
    },
  };
}

function key({ checkId, subject }: { readonly checkId: string; readonly subject: string }): string {
  return `${checkId} ${subject}`;
}
