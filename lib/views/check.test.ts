import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLocalProvider } from "#lib/providers/local/local-provider.ts";
import { sampleDay, scanWith, writeTestSample } from "#lib/scan/testing/scan-sample.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { grantWaiver } from "#lib/store/waivers.ts";
import { readCheck } from "./check.ts";
import { readChecks } from "./checks.ts";
import { readRepository } from "./repository.ts";

const actor = { kind: "local" } as const;

describe("the pages of checks of the sample organization", () => {
  let folder = "";
  let remove = (): void => {};

  beforeAll(async () => {
    ({ folder, remove } = await writeTestSample());
  });

  afterAll(() => remove());

  describeEachDatabase("read", (database) => {
    const context = () => ({ database: database(), actor, asOf: sampleDay, scanCron: null });

    it("count each repository once, and take a waived fail apart on every page", { timeout: 120_000 }, async () => {
      const { organization } = await scanWith(database(), createLocalProvider({ path: folder }));
      const { id: organizationId, slug } = organization;
      const before = await readCheck(context(), slug, "updates-automated", "12m");
      const row = (await readChecks(context(), slug))?.checks.find(({ id }) => id === "updates-automated");
      const failing = before?.findings.filter(({ outcome }) => outcome === "fail") ?? [];

      expect(row).toMatchObject({ failing: 19, waived: 0, severity: "warning", isOff: false });
      expect(new Set(failing.map(({ repository }) => repository.name)).size).toBe(19);

      expect(before?.byTeam.find((team) => team.slug === "payments")?.share).toMatchObject({ denominator: 5 });
      expect(before?.course.points.at(-1)).toMatchObject({ ...before?.share });
      const unnamed = await readCheck(context(), slug, "nixpkgs-single", "12m");
      expect(unnamed?.share.denominator).toBeGreaterThan(0);
      expect(unnamed?.course.points.at(-1)).toMatchObject({ ...unnamed?.share });
      const ledger = before?.findings.find((finding) => finding.repository.name === "ledger");
      expect(ledger?.repository.href).toBe(`/orgs/${slug}/repositories/ledger#updates-automated`);

      const repository = await database().client.repository.findFirstOrThrow({ where: { name: "ledger" } });
      const waiver = { organizationId, repositoryId: repository.id, checkId: "updates-automated", subject: null };
      const dated = { ...waiver, reason: "It retires soon", expiresAt: "2999-01-01T00:00:00.000Z" };
      await grantWaiver(database(), actor, dated, sampleDay);
      const after = await readCheck(context(), slug, "updates-automated", "12m");
      const items = (await readRepository(context(), slug, "ledger"))?.findings.flatMap((group) => group.items);

      expect(after).toMatchObject({ failing: 18, waived: 1 });
      expect(after?.findings.find((finding) => finding.repository.name === "ledger")?.outcome).toBe("waived");
      const item = items?.find(({ checkId }) => checkId === "updates-automated");
      expect(item?.waiver).toMatchObject({ reason: "It retires soon", source: "app" });
      expect(item?.fix?.text).toContain("update");
      expect(await readCheck(context(), slug, "no-such-check", "12m")).toBeNull();
    });
  });
});
