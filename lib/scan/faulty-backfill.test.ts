import { expect, it } from "vitest";
import { startGithubEmulator } from "#e2e/github/emulator.ts";
import type { PlannedFault } from "#e2e/github/faults.ts";
import { organizationWithPast } from "#e2e/github/organization-with-past.ts";
import { randomFaults } from "#e2e/github/random-faults.ts";
import { defaultPolicy } from "#lib/model/policy.ts";
import { never } from "#lib/providers/github/emulated.fixture.ts";
import { createGithubProvider } from "#lib/providers/github/github-provider.ts";
import type { Database } from "#lib/store/database.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { listUnrebuiltRepositories } from "#lib/store/unrebuilt-repositories.ts";
import { type BackfillResult, backfillOrganization } from "./backfill.ts";
import { sampleDay, scanWith } from "./testing/scan-sample.ts";
import { pastOf, seriesOf } from "./testing/what-is-known.ts";

const count = 8;

// As long as what is written, so that few days are counted.
const policy = { ...defaultPolicy, historyMonths: 3 };

const folder = organizationWithPast(count, sampleDay);

interface Past {
  readonly result: BackfillResult;
  readonly pasts: Awaited<ReturnType<typeof pastOf>>;
  readonly series: readonly string[];
  readonly failed: readonly string[];
  /** How many requests of the past were struck. */
  readonly struck: number;
}

/** Rebuilds the past of an organization of its own; faults strike when its first scan is over. */
async function rebuild(db: Database, seed: number | null): Promise<Past> {
  let isPast = false;
  let struck = 0;
  const random = seed === null ? [] : randomFaults(seed);
  const faults = random.map(
    ({ fault, when }): PlannedFault => ({
      fault,
      when: (request) => {
        const isStruck = isPast && when?.(request) === true;
        if (isStruck) struck += 1;
        return isStruck;
      },
    }),
  );
  const emulator = await startGithubEmulator({ folder, faults });
  try {
    const provider = createGithubProvider({
      organization: "acme",
      token: "x",
      restUrl: emulator.url,
      patience: { retryPauseMs: 1 },
    });
    const { organization } = await scanWith(db, provider, { location: emulator.url });
    isPast = true;
    const context = { database: db, provider, organizationId: organization.id, policy, now: () => sampleDay };
    const result = await backfillOrganization({ ...context, signal: never });
    const failed = await listUnrebuiltRepositories(db, organization.id);
    return {
      result,
      pasts: await pastOf(db, organization.id),
      series: await seriesOf(db, organization.id),
      failed: failed.map(({ name }) => name),
      struck,
    };
  } finally {
    await emulator.close();
  }
}

describeEachDatabase("the past behind a GitHub of which one request in five fails", (database) => {
  it("is the same, snapshot by snapshot and point by point, or has a recorded error on what could not be read", async () => {
    const calm = await rebuild(database(), null);
    expect(calm.result).toMatchObject({ total: count, done: count, failed: 0 });
    expect(calm.pasts.every(({ snapshots }) => snapshots.length > 4)).toBe(true);

    const stormy: Past[] = [];
    for (const seed of [21, 22, 23, 24]) stormy.push(await rebuild(database(), seed));

    for (const { result, failed, pasts } of stormy) {
      expect(result).toMatchObject({ total: count, done: count - failed.length, failed: failed.length });
      const read = (all: Past["pasts"]) => all.filter(({ name }) => !failed.includes(name));
      expect(read(pasts)).toEqual(read(calm.pasts));
    }
    const whole = stormy.filter(({ failed }) => failed.length === 0);
    expect(whole.length).toBeGreaterThan(2);
    for (const { series } of whole) expect(series).toEqual(calm.series);
    expect(stormy.reduce((sum, { struck }) => sum + struck, 0)).toBeGreaterThan(10);
  });
});
