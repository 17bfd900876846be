import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startGithubEmulator } from "#e2e/github/emulator.ts";
import { randomFaults } from "#e2e/github/random-faults.ts";
import { createGithubProvider } from "#lib/providers/github/github-provider.ts";
import type { Database } from "#lib/store/database.ts";
import { listScanRows } from "#lib/store/scans.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { scanWith, writeTestSample } from "./testing/scan-sample.ts";
import { factsOf } from "./testing/what-is-known.ts";

describe("the sample organization behind a GitHub of which one request in five fails", () => {
  let folder = "";
  let remove = (): void => {};

  beforeAll(async () => {
    ({ folder, remove } = await writeTestSample());
  });

  afterAll(() => remove());

  describeEachDatabase("scanned into a database", (database) => {
    it.each([11, 12, 13])(
      "gives the same facts, or a recorded error on what it could not read (seed %i)",
      async (seed) => {
        const calm = await scan(database(), 0, "calm");
        const stormy = await scan(database(), seed, `stormy ${seed}`);

        expect(stormy.state).toBe(stormy.failed.size === 0 ? "completed" : "partial");
        expect(stormy.failed.size).toBeLessThan(10);
        expect([...stormy.facts.keys(), ...stormy.failed].toSorted()).toEqual([...calm.facts.keys()].toSorted());
        for (const [name, facts] of stormy.facts) expect([name, facts]).toEqual([name, calm.facts.get(name)]);
      },
    );
  });

  async function scan(database: Database, seed: number, location: string) {
    const emulator = await startGithubEmulator({ folder, faults: seed === 0 ? [] : randomFaults(seed) });
    try {
      const provider = createGithubProvider({
        organization: "sample",
        token: "x",
        restUrl: emulator.url,
        patience: { retryPauseMs: 1 },
      });
      const { scan: done, organization } = await scanWith(database, provider, { location });
      const failed = await listScanRows(database, done.id, { state: "failed", limit: 100 });
      const names = new Set(failed.map(({ fullName }) => fullName.replace("sample/", "")));
      return { state: done.state, failed: names, facts: await factsOf(database, organization.id, names) };
    } finally {
      await emulator.close();
    }
  }
});
