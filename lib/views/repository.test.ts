import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLocalProvider } from "#lib/providers/local/local-provider.ts";
import { sampleDay, scanWith, writeTestSample } from "#lib/scan/testing/scan-sample.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { grantWaiver } from "#lib/store/waivers.ts";
import { readRepository } from "./repository.ts";

const actor = { kind: "local" } as const;

describe("the pages of repositories of the sample organization", () => {
  let folder = "";
  let remove = (): void => {};

  beforeAll(async () => {
    ({ folder, remove } = await writeTestSample());
  });

  afterAll(() => remove());

  describeEachDatabase("read", (database) => {
    const context = () => ({ database: database(), actor, asOf: sampleDay, scanCron: null });

    it("show inputs, practices and a step that can be taken", { timeout: 120_000 }, async () => {
      const { organization } = await scanWith(database(), createLocalProvider({ path: folder }));
      const { id: organizationId, slug } = organization;
      const ledger = await readRepository(context(), slug, "ledger");
      const input = ledger?.flakes[0]?.inputs.find(({ name }) => name === "nixpkgs");

      expect(input).toMatchObject({
        ageDays: { known: true, value: 95 },
        isStale: true,
        isPinned: false,
        driftDays: { known: false, reason: "not-asked" },
        branch: { name: "nixos-unstable", status: "rolling", outcome: "pass" },
        updates: { outcome: "not-applicable", summary: "nothing updates flake.lock by itself" },
      });
      expect(ledger?.flakes[0]?.flakeChecker?.verdict).toEqual({
        status: "ok",
        issues: [{ input: "nixpkgs", kind: "outdated", value: "95" }],
      });
      expect(ledger?.nextStep?.fix).toMatchObject({ language: "yaml", path: ".github/workflows/flakehub-publish.yml" });

      const checkout = await readRepository(context(), slug, "checkout-api");
      const inputs = checkout?.flakes[0]?.inputs ?? [];
      expect(inputs.find(({ internal }) => internal !== null)?.internal).toEqual({
        name: "devshells",
        href: `/orgs/${slug}/repositories/devshells`,
      });
      expect(inputs.find(({ name }) => name === "nixpkgs")).toMatchObject({ updates: { outcome: "pass" } });
      expect(inputs.find(({ name }) => name === "nixpkgs")?.versionRange).not.toBeNull();

      const storefront = await readRepository(context(), slug, "storefront");
      const items = (id: string) =>
        storefront?.practices
          .find((card) => card.id === id)
          ?.groups.flatMap((group) => (group.items.known ? group.items.value : []))
          .map(({ name, notes }) => [name, ...notes]);
      expect(items("caches")).toEqual([
        ["sample-web.cachix.org", "private or public", "action"],
        ["sample-web.cachix.org", "private or public", "nixConfig", "key trusted"],
        ["sample-web.cachix.org-1", "nixConfig"],
      ]);
      expect(items("trust")).toEqual([["Flake configuration is accepted unasked", "true"]]);

      const repository = await database().client.repository.findFirstOrThrow({ where: { name: "ledger" } });
      const waiver = { organizationId, repositoryId: repository.id, checkId: "inputs-fresh", subject: null };
      await grantWaiver(
        database(),
        actor,
        { ...waiver, reason: "It retires soon", expiresAt: "2999-01-01T00:00:00.000Z" },
        sampleDay,
      );
      const waived = (await readRepository(context(), slug, "ledger"))?.findings.flatMap(({ items: all }) => all);
      expect(waived?.find(({ checkId }) => checkId === "inputs-fresh")?.waiver?.lastDay).toBe("2998-12-31");
    });
  });
});
