import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLocalProvider } from "#lib/providers/local/local-provider.ts";
import { sampleDay, scanWith, writeTestSample } from "#lib/scan/testing/scan-sample.ts";
import { addResource, chooseForResource } from "#lib/store/resource-overrides.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { readLearn } from "./learn.ts";
import { readRepository } from "./repository.ts";
import { readTeam } from "./team.ts";

const actor = { kind: "local" } as const;

describe("the Learn page of the sample organization", () => {
  let folder = "";
  let remove = (): void => {};

  beforeAll(async () => {
    ({ folder, remove } = await writeTestSample());
  });

  afterAll(() => remove());

  describeEachDatabase("read", (database) => {
    const context = () => ({ database: database(), actor, asOf: sampleDay, scanCron: null });

    it("orders for everybody, for a team, and as the organization chooses", { timeout: 120_000 }, async () => {
      const { organization } = await scanWith(database(), createLocalProvider({ path: folder }));
      const { slug } = organization;

      const all = await readLearn(context(), slug, null);
      const payments = await readLearn(context(), slug, "payments");
      const gone = await readLearn(context(), slug, "no-such-team");

      const { id, why } = all?.mostNeeded[0] ?? {};
      expect({ id, why }).toEqual({
        id: "determinate-github-actions",
        why: "Helps 15\u00a0repositories where “Continuous integration builds the flake” fails.",
      });
      expect(payments?.mostNeeded[0]?.why).toBe("Helps 4\u00a0repositories where “Updates are automated” fails.");
      expect(payments?.team?.name).toBe("Payments");
      expect((await readTeam(context(), slug, "payments", "12m"))?.reading.resources).toEqual(payments?.mostNeeded);
      expect((await readRepository(context(), slug, "ledger"))?.reading.resources[0]).toMatchObject({
        id: "update-flake-lock",
        why: "Helps with “Updates are automated”, which fails here.",
      });
      expect(gone?.team).toBeNull();
      expect(gone?.resources.map((one) => one.id)).toEqual(all?.resources.map((one) => one.id));
      expect(await readLearn(context(), "no-such-organization", null)).toBeNull();

      const choose = (resourceId: string, choice: "hidden" | "pinned") =>
        chooseForResource(database(), actor, organization.id, { resourceId, choice }, sampleDay);
      await choose("update-flake-lock", "hidden");
      await choose("agenix", "pinned");
      const own = {
        title: "How we update",
        url: "https://wiki.example/updates",
        kind: "guide",
        level: "practice",
        theme: "automation",
        stages: [],
        checks: ["updates-automated"],
        summary: "Update as the others here do.",
        minutes: 5,
      } as const;
      await addResource(database(), actor, organization.id, own, sampleDay);

      const changed = await readLearn(context(), slug, null);

      expect(changed?.resources[0]).toMatchObject({ id: "agenix", isPinned: true, host: "github.com" });
      const added = changed?.resources.find((one) => one.isOwn);
      expect(added).toMatchObject({ title: "How we update", host: "wiki.example" });
      expect(added?.checks).toEqual(["updates-automated"]);
      expect(changed?.checks.find(({ id: checkId }) => checkId === "updates-automated")).toEqual({
        id: "updates-automated",
        title: "Updates are automated",
        failing: 19,
      });
      expect(changed?.resources.map((one) => one.id)).not.toContain("update-flake-lock");
      expect(changed?.hidden).toEqual([{ id: "update-flake-lock", title: "update-flake-lock action" }]);
    });
  });
});
