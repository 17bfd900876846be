import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLocalProvider } from "#lib/providers/local/local-provider.ts";
import { sampleDay, scanWith, writeTestSample } from "#lib/scan/testing/scan-sample.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { isTableName, readTable } from "./exported-tables.ts";

describe("the tables of the sample organization", () => {
  let folder = "";
  let remove = (): void => {};

  beforeAll(async () => {
    ({ folder, remove } = await writeTestSample());
  });

  afterAll(() => remove());

  describeEachDatabase("read", (database) => {
    it("hold every repository, input, finding and team once", { timeout: 120_000 }, async () => {
      const { organization } = await scanWith(database(), createLocalProvider({ path: folder }));
      const context = { database: database(), actor: { kind: "local" }, asOf: sampleDay, scanCron: null } as const;
      const read = (name: string) => (isTableName(name) ? readTable(context, organization.slug, name) : null);

      const repositories = await read("repositories");
      expect(repositories?.rows).toHaveLength(48);
      expect(repositories?.columns.slice(0, 2)).toEqual(["repository", "teams"]);
      const inputs = await read("inputs");
      const keys = inputs?.rows.map((row) => row.slice(0, 4).join(" ")) ?? [];
      expect(keys).toHaveLength(71);
      expect(new Set(keys).size).toBe(keys.length);
      const findings = await read("findings");
      const checked = findings?.rows.filter((row) => row[1] === "flake-present").map((row) => row[3]) ?? [];
      expect(checked.filter((outcome) => outcome === "pass").length).toBeGreaterThan(0);
      expect((await read("teams"))?.rows.map((row) => row[0])).toContain("payments");
      expect((await read("series"))?.columns[0]).toBe("metric");
      expect(await readTable(context, "no-such-organization", "teams")).toBeNull();
      expect(isTableName("constructor")).toBe(false);
    });
  });
});
