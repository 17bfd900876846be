import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLocalProvider } from "#lib/providers/local/local-provider.ts";
import { sampleDay, scanWith, writeTestSample } from "#lib/scan/testing/scan-sample.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { readSearch } from "./search.ts";

describe("a search of the sample organization", () => {
  let folder = "";
  let remove = (): void => {};

  beforeAll(async () => {
    ({ folder, remove } = await writeTestSample());
  });

  afterAll(() => remove());

  describeEachDatabase("over", (database) => {
    it("finds each kind of thing by its name, the closest first", { timeout: 120_000 }, async () => {
      const { organization } = await scanWith(database(), createLocalProvider({ path: folder }));
      const context = { database: database(), actor: { kind: "local" }, asOf: sampleDay, scanCron: null } as const;
      const search = async (query: string) =>
        (await readSearch(context, organization.slug, query, 5))?.groups.map(({ id, hits }) => [id, hits[0]?.title]);

      expect(await search("ledger")).toContainEqual(["repositories", "ledger"]);
      expect(await search("PAYM")).toContainEqual(["teams", "Payments"]);
      expect(await search("nixos/nixpkgs")).toContainEqual(["inputs", "nixos/nixpkgs"]);
      expect(await search("inputs-fresh")).toContainEqual(["checks", expect.stringMatching(/fresh|old|update/i)]);
      expect(await search("zero to nix")).toContainEqual(["resources", expect.stringContaining("Nix")]);
      expect(await search("audit")).toContainEqual(["pages", "Settings: changes"]);
    });

    it("needs every word, finds pages without one, and nothing for what nobody wrote", async () => {
      const { organization } = await scanWith(database(), createLocalProvider({ path: folder }));
      const context = { database: database(), actor: { kind: "local" }, asOf: sampleDay, scanCron: null } as const;
      const search = (query: string) => readSearch(context, organization.slug, query, 5);

      expect((await search("ledger zebra"))?.groups).toEqual([]);
      expect((await search("  "))?.groups.map(({ id }) => id)).toEqual(["pages"]);
      expect((await search(`${"x".repeat(5_000)}`))?.query).toHaveLength(100);
      expect(await readSearch(context, "no-such", "ledger", 5)).toBeNull();
    });
  });
});
