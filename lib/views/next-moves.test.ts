import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLocalProvider } from "#lib/providers/local/local-provider.ts";
import { sampleDay, scanWith, writeTestSample } from "#lib/scan/testing/scan-sample.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { nextMoves } from "./next-moves.ts";
import { readOrganizationState } from "./organization-state.ts";
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
      expect(broken).toEqual({
        id: "lock-valid",
        subject: "invoice-worker and schema-registry",
        step: "Mend flake.lock",
        why: "Nix refuses it, so nobody can use the flake.",
        href: `/orgs/${organization.slug}/repositories?check=lock-valid`,
      });
      expect(overview?.nextMoves).toContainEqual({
        id: "unowned",
        subject: organization.name,
        step: "Start with one development shell",
        why: expect.stringMatching(/^16 of 47\s+eligible repositories have no flake\.$/),
        href: `/orgs/${organization.slug}/repositories?check=flake-present`,
      });
      expect(overview?.nextMoves.map(({ step }) => step)).toEqual([
        "Mend flake.lock",
        "Mend flake.nix",
        "Replace a secret that stands in the clear",
        "Start with one development shell",
        "Automate updates of flake.lock",
      ]);

      const state = await readOrganizationState(context, organization.slug);
      if (state === null) throw new Error("The sample was just scanned.");
      const only = (...checkIds: readonly string[]) =>
        nextMoves({
          ...state,
          repositories: state.repositories.map((one) => ({
            ...one,
            findings: one.findings.filter(({ checkId }) => checkIds.includes(checkId)),
          })),
        }).map(({ step }) => step);
      const stale = ["inputs-fresh", "updates-automated"];
      // At most two of a kind, as long as there is another.
      expect(only(...stale, "nixpkgs-branch-supported").slice(0, 3)).toEqual([
        "Automate updates of flake.lock",
        "Automate updates of flake.lock",
        "Move Nixpkgs to a branch that is maintained",
      ]);
      expect(only(...stale)).toHaveLength(5);
    });
  });
});
