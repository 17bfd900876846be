import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLocalProvider } from "#lib/providers/local/local-provider.ts";
import { sampleDay, scanWith, writeTestSample } from "#lib/scan/testing/scan-sample.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { readOverview } from "./overview.ts";

describe("the next best moves of an organization without teams", () => {
  let folder = "";
  let remove = (): void => {};

  beforeAll(async () => {
    ({ folder, remove } = await writeTestSample());
    rmSync(join(folder, "teams.yml"));
  });

  afterAll(() => remove());

  describeEachDatabase("read", (database) => {
    it("begin with what is broken, and then name the repositories that have no flake", {
      timeout: 120_000,
    }, async () => {
      const { organization } = await scanWith(database(), createLocalProvider({ path: folder }));
      const context = { database: database(), actor: { kind: "local" }, asOf: sampleDay, scanCron: null } as const;
      const overview = await readOverview(context, organization.slug, "12m");

      const [broken] = overview?.nextMoves ?? [];
      expect(broken?.step).toMatch(/^Mend flake\./);
      expect(overview?.nextMoves).toContainEqual({
        id: "unowned",
        subject: organization.name,
        step: "Start with one development shell",
        why: expect.stringMatching(/^16 of 47\s+eligible repositories have no flake\.$/),
        href: `/orgs/${organization.slug}/repositories?check=flake-present`,
      });
    });
  });
});
