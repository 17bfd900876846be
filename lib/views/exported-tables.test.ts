import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ExportedTable } from "#lib/format/table-export.ts";
import { createLocalProvider } from "#lib/providers/local/local-provider.ts";
import { sampleDay, scanWith, writeTestSample } from "#lib/scan/testing/scan-sample.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { isTableName, readTable } from "./exported-tables.ts";
import { readInputs } from "./inputs.ts";
import type { ReadContext } from "./read-context.ts";

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
      expect(keys).toHaveLength(84);
      expect(new Set(keys).size).toBe(keys.length);
      expect(directRepositories(inputs)).toEqual(await directRepositoriesOfPage(context, organization.slug));
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

/** How many repositories that count declare each upstream, as the exported inputs have it: `3 github:numtide/flake-utils`. */
function directRepositories(inputs: ExportedTable | null): readonly string[] {
  const rows = (inputs?.rows ?? []).map((row) =>
    Object.fromEntries(inputs?.columns.map((column, index) => [column, row[index]]) ?? []),
  );
  const counted = rows.filter(
    ({ counted, follows, upstream }) =>
      counted === true && follows === null && !/^(?:null|path:)/.test(String(upstream)),
  );
  const byUpstream = [...Map.groupBy(counted, ({ upstream }) => String(upstream))];
  return byUpstream.map(([upstream, of]) => `${new Set(of.map((row) => row.repository)).size} ${upstream}`).sort();
}

async function directRepositoriesOfPage(context: ReadContext, slug: string): Promise<readonly string[]> {
  const rows = (await readInputs(context, slug, null))?.inputs ?? [];
  return rows.flatMap(({ upstream, direct }) => (direct === null ? [] : [`${direct.repositories} ${upstream}`])).sort();
}
