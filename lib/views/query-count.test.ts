import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLocalProvider } from "#lib/providers/local/local-provider.ts";
import { sampleDay, scanWith, writeTestSample } from "#lib/scan/testing/scan-sample.ts";
import type { Database } from "#lib/store/database.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { readChanges } from "./changes.ts";
import { readCheck } from "./check.ts";
import { readChecks } from "./checks.ts";
import { readFlakeGraph } from "./flake-graph.ts";
import { readFrame } from "./frame.ts";
import { readInput } from "./input.ts";
import { readInputs } from "./inputs.ts";
import { readLearn } from "./learn.ts";
import { readOverview } from "./overview.ts";
import type { ReadContext } from "./read-context.ts";
import { readRepositories } from "./repositories.ts";
import { readRepository } from "./repository.ts";
import { readTeam } from "./team.ts";
import { readTeams } from "./teams.ts";
import { readTrendsView } from "./trends.ts";
import { readWhy } from "./why.ts";

const actor = { kind: "local" } as const;
const now = { metricId: "adoption", team: null, day: null } as const;
const month = { metricId: null, team: null, from: null, to: null } as const;
const courses = { metricId: null, teams: [], range: "12m" } as const;

type ReadView = (context: ReadContext, slug: string) => Promise<unknown>;

/** What each page may ask of the database while nothing changes: the organization, the revisions, and what no memory holds. */
const views: Readonly<Record<string, readonly [queriesMax: number, read: ReadView]>> = {
  "the frame around every page": [3, (context, slug) => readFrame(context, slug)],
  overview: [4, (context, slug) => readOverview(context, slug, "12m")],
  trends: [4, (context, slug) => readTrendsView(context, slug, courses)],
  changes: [6, (context, slug) => readChanges(context, slug, month)],
  why: [3, (context, slug) => readWhy(context, slug, now)],
  "why a theme": [2, (context, slug) => readWhy(context, slug, { ...now, metricId: "theme-caches" })],
  teams: [2, (context, slug) => readTeams(context, slug)],
  team: [3, (context, slug) => readTeam(context, slug, "payments", "12m")],
  repositories: [2, (context, slug) => readRepositories(context, slug)],
  repository: [3, (context, slug) => readRepository(context, slug, "ledger")],
  inputs: [4, (context, slug) => readInputs(context, slug, null)],
  input: [6, (context, slug) => readInput(context, slug, "github:nixos/nixpkgs", null)],
  "own flakes": [3, (context, slug) => readFlakeGraph(context, slug, false)],
  checks: [3, (context, slug) => readChecks(context, slug)],
  check: [4, (context, slug) => readCheck(context, slug, "inputs-fresh", "12m")],
  learn: [2, (context, slug) => readLearn(context, slug, null)],
};

describe("a page that was seen before", () => {
  let folder = "";
  let remove = (): void => {};

  beforeAll(async () => {
    ({ folder, remove } = await writeTestSample());
  });

  afterAll(() => remove());

  describeEachDatabase("asks few queries", (database) => {
    it("while nothing changes, and answers", { timeout: 240_000 }, async () => {
      const { organization } = await scanWith(database(), createLocalProvider({ path: folder }));
      const { counted, count } = countQueries(database());
      const context = { database: counted, actor, asOf: sampleDay, scanCron: null };
      const over: Record<string, string> = {};
      for (const [name, [queriesMax, read]] of Object.entries(views)) {
        expect(await read(context, organization.slug), name).not.toBeNull();
        const before = count();
        await read(context, organization.slug);
        const asked = count() - before;
        if (asked > queriesMax) over[name] = `${asked}, more than ${queriesMax}`;
      }
      expect(over).toEqual({});
    });
  });
});

function countQueries(database: Database): { readonly counted: Database; readonly count: () => number } {
  let queries = 0;
  const client = database.client.$extends({
    query: {
      $allOperations: ({ args, query }) => {
        queries += 1;
        return query(args);
      },
    },
  });
  return { counted: { ...database, client }, count: () => queries };
}
