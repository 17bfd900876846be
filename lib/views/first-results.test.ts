import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLocalProvider } from "#lib/providers/local/local-provider.ts";
import type { SourceProvider } from "#lib/providers/source-provider.ts";
import { sampleDay, scanWith, writeTestSample } from "#lib/scan/testing/scan-sample.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { readFirstResults } from "./first-results.ts";
import type { ReadContext } from "./read-context.ts";

describe("the first results of an organization", () => {
  let folder = "";
  let remove = (): void => {};

  beforeAll(async () => {
    ({ folder, remove } = await writeTestSample());
  });

  afterAll(() => remove());

  describeEachDatabase("read", (database) => {
    const context = (): ReadContext => ({
      database: database(),
      actor: { kind: "local" },
      asOf: sampleDay,
      scanCron: null,
    });

    /** Its files cannot be read from the fifth request on, as when a scan is still in its middle. */
    function readsSome(provider: SourceProvider): SourceProvider {
      let asked = 0;
      return {
        ...provider,
        readTree(repository, signal) {
          asked += 1;
          if (asked > 5) throw new Error("not yet");
          return provider.readTree(repository, signal);
        },
      };
    }

    it("count what was read, and say of everything else that it is not known", { timeout: 120_000 }, async () => {
      const { scan } = await scanWith(database(), readsSome(createLocalProvider({ path: folder })));

      const results = await readFirstResults(context(), scan.id);

      const adoption = results?.headlines.find(({ metricId }) => metricId === "adoption")?.share;
      expect(adoption?.denominator).toBe(44);
      expect(adoption?.unknown).toBeGreaterThan(0);
      expect(results?.flakes.count).toBe(adoption?.numerator);
      expect(results?.teams.count).toBeGreaterThan(3);
    });

    it("are those of the first scan only", { timeout: 120_000 }, async () => {
      const provider = createLocalProvider({ path: folder });
      const first = await scanWith(database(), provider, { location: "again" });
      const second = await scanWith(database(), provider, { location: "again", at: "2026-11-21T12:00:00.000Z" });

      const results = await readFirstResults(context(), first.scan.id);
      expect(results?.headlines[0]?.share).toEqual({ numerator: 29, denominator: 44, unknown: 0 });
      expect(results?.flakes).toMatchObject({ count: 29 });
      expect(results?.flakes.first).toHaveLength(8);
      expect(results?.teams.largest[0]?.share.denominator).toBeGreaterThan(1);
      expect(await readFirstResults(context(), second.scan.id)).toBeNull();
      expect(await readFirstResults(context(), "no-such-scan")).toBeNull();
    });
  });
});
