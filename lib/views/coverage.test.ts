import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AppError } from "#lib/errors/app-error.ts";
import { createLocalProvider } from "#lib/providers/local/local-provider.ts";
import { scanWith, writeTestSample } from "#lib/scan/testing/scan-sample.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { readCoverage } from "./coverage.ts";

describe("the coverage of an organization", () => {
  let folder = "";
  let remove = (): void => {};

  beforeAll(async () => {
    ({ folder, remove } = await writeTestSample());
  });

  afterAll(() => remove());

  describeEachDatabase("read", (database) => {
    it("keeps the scan that the numbers come from, and tells of a later one that failed", {
      timeout: 120_000,
    }, async () => {
      const provider = createLocalProvider({ path: folder });
      const { organization, scan } = await scanWith(database(), provider);

      expect(await readCoverage(database(), organization, [])).toMatchObject({
        scan: { id: scan.id },
        unfinished: null,
        // None of them has a summary here, as where not one could be read.
        repositoriesRead: 0,
        repositoriesTotal: scan.counts.total,
      });

      const failing = {
        ...provider,
        async listTeams() {
          throw new AppError("provider-unavailable", "The network is gone.");
        },
      };
      const { scan: later } = await scanWith(database(), failing, { at: "2026-11-21T12:00:00.000Z" });

      expect(await readCoverage(database(), organization, [])).toMatchObject({
        scan: { id: scan.id },
        runningScanId: null,
        unfinished: { id: later.id, state: "failed", failure: { message: "The network is gone." } },
      });
    });
  });
});
