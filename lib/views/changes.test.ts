import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { metrics } from "#lib/checks/counted.ts";
import { nothing } from "#lib/metrics/metric.ts";
import { dayAt, dayNumber, dayOf } from "#lib/model/instant.ts";
import { defaultPolicy } from "#lib/model/policy.ts";
import { createLocalProvider } from "#lib/providers/local/local-provider.ts";
import { backfillOrganization } from "#lib/scan/backfill.ts";
import { sampleDay, scanWith, writeTestSample } from "#lib/scan/testing/scan-sample.ts";
import { listMetricPoints } from "#lib/store/metric-points.ts";
import { listTeams } from "#lib/store/teams.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { differenceOf, readChanges } from "./changes.ts";
import { readWhy } from "./why.ts";

const actor = { kind: "local" } as const;
const today = dayOf(sampleDay);

describe("the past of the sample organization", () => {
  let folder = "";
  let remove = (): void => {};

  beforeAll(async () => {
    ({ folder, remove } = await writeTestSample());
  });

  afterAll(() => remove());

  describeEachDatabase("read", (database) => {
    const context = () => ({ database: database(), actor, asOf: sampleDay, scanCron: null });

    it("adds up, repository by repository, to the points of every series", { timeout: 240_000 }, async () => {
      const provider = createLocalProvider({ path: folder });
      const { organization } = await scanWith(database(), provider);
      const { id, slug } = organization;
      const now = {
        now: () => sampleDay,
        asOf: sampleDay,
        policy: defaultPolicy,
        signal: new AbortController().signal,
      };
      await backfillOrganization({ ...now, database: database(), provider, organizationId: id });
      const teams = await listTeams(database(), id);
      const metricIds = metrics.map((metric) => metric.id);
      const points = new Map(
        [
          ...(await listMetricPoints(database(), id, { metricIds, scope: { kind: "organization" } })),
          ...(await listMetricPoints(database(), id, { metricIds, scope: { kind: "all-teams" } })),
        ].map((point) => [
          pointKey(point.metricId, point.scope.kind === "team" ? point.scope.teamId : null, point.day),
          point,
        ]),
      );
      const pointOn = (metricId: string, teamId: string | null, day: string) => {
        const { numerator, denominator, unknown } = points.get(pointKey(metricId, teamId, day)) ?? nothing;
        return { numerator, denominator, unknown };
      };

      const day = fc.integer({ min: 0, max: 500 }).map((ago) => dayAt(dayNumber(today) - ago));
      const question = fc.record({
        metricId: fc.constantFrom(...metricIds),
        team: fc.constantFrom(null, ...teams),
        days: fc.tuple(day, fc.oneof(fc.constant(today), day)),
      });
      await fc.assert(
        fc.asyncProperty(question, async ({ metricId, team, days }) => {
          const [from = today, to = today] = days.toSorted();
          const asked = { metricId, team: team?.slug ?? null };
          const changes = await readChanges(context(), slug, { ...asked, from, to });
          const why = await readWhy(context(), slug, { ...asked, day: from });
          const [before, after] = [from, to].map((one) => pointOn(metricId, team?.id ?? null, one));

          expect(changes).toMatchObject({ from, to, before, after });
          expect(differenceOf(changes?.rows ?? [])).toEqual(
            differenceOf([{ before: before ?? null, after: after ?? null }]),
          );
          expect(why?.share).toEqual(before);
        }),
        { numRuns: 20 },
      );
    });
  });
});

function pointKey(metricId: string, teamId: string | null, day: string): string {
  return `${metricId} ${teamId} ${day}`;
}
