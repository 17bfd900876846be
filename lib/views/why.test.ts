import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, dayAt, dayNumber, dayOf, type Instant } from "#lib/model/instant.ts";
import { defaultPolicy } from "#lib/model/policy.ts";
import { createLocalProvider } from "#lib/providers/local/local-provider.ts";
import { backfillOrganization } from "#lib/scan/backfill.ts";
import { sampleDay, scanWith, writeTestSample } from "#lib/scan/testing/scan-sample.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { readWhy, type WhyView } from "./why.ts";

const today = dayOf(sampleDay);

describe("why the median age of inputs is what it is", () => {
  let folder = "";
  let remove = (): void => {};

  beforeAll(async () => {
    ({ folder, remove } = await writeTestSample());
  });

  afterAll(() => remove());

  describeEachDatabase("on a past day", (database) => {
    const ask = async (slug: string, day: string | null, asOf: Instant = sampleDay) => {
      const context = { database: database(), actor: { kind: "local" } as const, asOf, scanCron: null };
      const view = await readWhy(context, slug, { metricId: "median-input-age", team: null, day });
      if (view === null) throw new Error("The sample organization is not there.");
      return view;
    };

    it("lists the ages of each repository's inputs of that day", { timeout: 240_000 }, async () => {
      const provider = createLocalProvider({ path: folder });
      const { organization } = await scanWith(database(), provider);
      const { id, slug } = organization;
      const atScan = await ask(slug, null);
      const later = await ask(slug, today, addDays(sampleDay, 3));

      expect(later).toMatchObject({ day: today, origin: "observed", figure: atScan.figure, share: atScan.share });
      expect(agesIn(later)).toEqual(agesIn(atScan));
      expect(agesIn(later).size).toBeGreaterThan(20);

      await backfillOrganization({
        database: database(),
        provider,
        organizationId: id,
        now: () => sampleDay,
        policy: defaultPolicy,
        signal: new AbortController().signal,
      });
      const yesterday = await ask(slug, dayAt(dayNumber(today) - 1));
      const commits = new Map(atScan.rows.map(({ name, commit }) => [name, commit]));
      const same = yesterday.rows.filter(({ name, commit }) => commit !== null && commits.get(name) === commit);
      const before = agesIn(yesterday);
      const aDayYounger = [...agesIn(atScan)].flatMap(([name, ages]) =>
        same.some((row) => row.name === name) ? [[name, ages.map((age) => Math.max(0, age - 1))] as const] : [],
      );

      expect(yesterday.origin).toBe("backfilled");
      expect(aDayYounger.length).toBeGreaterThan(10);
      for (const [name, ages] of aDayYounger) expect(before.get(name), name).toEqual(ages);
    });
  });
});

/** The numbers of the reason of each repository that has ages, whatever the tense of its words. */
function agesIn({ rows }: WhyView): ReadonlyMap<string, readonly number[]> {
  const told = rows.filter(({ reason, share }) => reason.includes("days old") && share !== null);
  return new Map(
    told.map(({ name, reason }) => [name, (reason.split(" days old")[0]?.match(/\d+/g) ?? []).map(Number)]),
  );
}
