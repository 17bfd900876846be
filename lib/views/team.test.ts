import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLocalProvider } from "#lib/providers/local/local-provider.ts";
import { sampleDay, scanWith, writeTestSample } from "#lib/scan/testing/scan-sample.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { readTeam } from "./team.ts";
import { readTeams } from "./teams.ts";

const actor = { kind: "local" } as const;

describe("the teams of the sample organization", () => {
  let folder = "";
  let remove = (): void => {};

  beforeAll(async () => {
    ({ folder, remove } = await writeTestSample());
  });

  afterAll(() => remove());

  describeEachDatabase("read", (database) => {
    const context = () => ({ database: database(), actor, asOf: sampleDay, scanCron: null });

    it("say of a parent the same in its headlines, its trend and the table", { timeout: 120_000 }, async () => {
      const { organization } = await scanWith(database(), createLocalProvider({ path: folder }));
      const { slug } = organization;
      const team = await readTeam(context(), slug, "platform", "18m");
      const teams = await readTeams(context(), slug);

      expect(team?.children.map((child) => child.slug)).toEqual(["developer-experience"]);
      expect(team?.headlines.map(({ metricId }) => metricId)).toContain("adoption");
      for (const { share, trend } of team?.headlines ?? []) expect(trend.at(-1)).toMatchObject(share);
      const row = teams?.teams.find((one) => one.slug === "platform");
      expect(row?.adoption).toEqual(team?.headlines.find(({ metricId }) => metricId === "adoption")?.share);
      expect(row?.repositories).toBe(team?.repositories.length);
    });
  });
});
