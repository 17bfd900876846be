import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type GithubEmulator, startGithubEmulator } from "#e2e/github/emulator.ts";
import { defaultPolicy } from "#lib/model/policy.ts";
import { type Acme, never, pushFlake, repositoryName, writeAcme } from "#lib/providers/github/emulated.fixture.ts";
import { createGithubProvider } from "#lib/providers/github/github-provider.ts";
import type { Database } from "#lib/store/database.ts";
import { findRepository } from "#lib/store/repositories.ts";
import type { Urgency } from "#lib/store/request-budgets.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { backfillOrganization } from "./backfill.ts";
import { refreshRepository } from "./refresh-repository.ts";
import { createSharedBudget } from "./shared-budget.ts";
import { scanWith } from "./testing/scan-sample.ts";

const pushed = repositoryName(0);

// One month of days is counted quickly; which requests are made is the same.
const policy = { ...defaultPolicy, historyMonths: 1 };

let acme: Acme;
let emulator: GithubEmulator;
let onHistory = (): void => {};

beforeAll(async () => {
  acme = writeAcme(30);
  emulator = await startGithubEmulator({
    folder: acme.folder,
    faults: [
      {
        fault: { kind: "hang" },
        when: ({ operation }) => {
          if (operation === "History") onHistory();
          return false;
        },
      },
    ],
  });
});

afterAll(async () => {
  await emulator.close();
  acme.remove();
});

function providerWith(db: Database, key: string, urgency: Urgency) {
  const now = () => new Date().toISOString();
  const budget = createSharedBudget({ database: db, key, now, urgency });
  return createGithubProvider({ organization: "acme", token: key, restUrl: emulator.url, budget });
}

describeEachDatabase("a push during a backfill", (database) => {
  it("is looked at behind the query that is on its way, and before all others", async () => {
    const db = database();
    const key = randomUUID();
    const { organization } = await scanWith(db, providerWith(db, key, "scan"), { location: key });
    const head = pushFlake(acme, pushed, `{ description = "${key}"; outputs = _: { }; }`, "2026-11-19T00:00:00Z");
    const detail = await findRepository(db, organization.id, "acme", pushed);
    const shared = { database: db, organizationId: organization.id, policy, signal: never };
    let meanwhile = Number.NaN;
    const refreshed = Promise.withResolvers<void>();
    onHistory = () => {
      onHistory = () => {};
      const at = "2026-11-20T12:00:30.000Z";
      const before = emulator.requests.entries.length;
      const recording = { scanId: null, upstreams: new Map(), asOf: at, now: () => at };
      const teams = { login: "acme", slugs: new Set<string>() };
      const context = { ...shared, ...recording, teams, provider: providerWith(db, key, "refresh") };
      refreshRepository(context, detail?.providerId ?? "")
        .then(() => {
          meanwhile = emulator.requests.entries.length - before;
        })
        .then(refreshed.resolve, refreshed.reject);
    };

    const now = () => "2026-11-20T12:00:00.000Z";
    const backfilled = backfillOrganization({ ...shared, provider: providerWith(db, key, "history"), now });
    await refreshed.promise;
    expect((await findRepository(db, organization.id, "acme", pushed))?.snapshot?.commit).toBe(head);
    await backfilled;

    // Its line, its tree and its text; the query that was on its way, and the one that may have been next already.
    expect(meanwhile).toBeGreaterThanOrEqual(3);
    expect(meanwhile).toBeLessThanOrEqual(3 + 2);
    expect(emulator.requests.entries.length).toBeGreaterThan(10);
  });
});
