import { afterAll, beforeAll, expect, it } from "vitest";
import { type GithubEmulator, startGithubEmulator } from "#e2e/github/emulator.ts";
import { defaultPolicy } from "#lib/model/policy.ts";
import { type Acme, never, repositoryName, writeAcme } from "#lib/providers/github/emulated.fixture.ts";
import { createGithubProvider } from "#lib/providers/github/github-provider.ts";
import { listHistories } from "#lib/store/history.ts";
import { listRebuildable, readRebuildable } from "#lib/store/rebuildable-repositories.ts";
import { listScanRows } from "#lib/store/scans.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { backfillOrganization } from "./backfill.ts";
import { sampleDay, scanWith } from "./testing/scan-sample.ts";

const count = 4;
const struck = repositoryName(1);

// What GraphQL would cut is asked for through REST, one file at a time.
const longLock = "x".repeat(600_000);

// One month of days is counted quickly; what is read is the same.
const policy = { ...defaultPolicy, historyMonths: 1 };

let acme: Acme;
let emulator: GithubEmulator;
let isCut = false;
beforeAll(async () => {
  acme = writeAcme(count, "", (index) => ({ "flake.lock": `${longLock}${index}` }));
  emulator = await startGithubEmulator({
    folder: acme.folder,
    faults: [
      {
        fault: { kind: "reset" },
        when: ({ operation, variables }) => isCut && operation === "blobs" && variables.repository === struck,
      },
    ],
  });
});
afterAll(async () => {
  await emulator.close();
  acme.remove();
});

describeEachDatabase("a connection that is cut each time a large file of one repository is asked for", (database) => {
  it("is an error of that repository alone, in a scan and in the past", async () => {
    const db = database();
    const provider = createGithubProvider({
      organization: "acme",
      token: "x",
      restUrl: emulator.url,
      patience: { retryPauseMs: 1 },
    });

    isCut = true;
    const { scan, organization } = await scanWith(db, provider);
    isCut = false;
    const { scan: next } = await scanWith(db, provider);
    isCut = true;
    const context = { database: db, provider, organizationId: organization.id, policy, now: () => sampleDay };
    const past = await backfillOrganization({ ...context, signal: never });

    expect(scan).toMatchObject({ state: "partial", counts: { total: count, read: count - 1, failed: 1 } });
    expect(await listScanRows(db, scan.id, { state: "failed", limit: 10 })).toMatchObject([
      {
        fullName: `acme/${struck}`,
        failure: { code: "provider-unavailable", message: expect.stringContaining("cut") },
      },
    ]);
    expect(next).toMatchObject({ state: "completed", counts: { read: 1, unchanged: count - 1, failed: 0 } });
    expect(past).toMatchObject({ total: count, done: count - 1, failed: 1 });
    const repositories = await readRebuildable(
      db,
      (await listRebuildable(db, organization.id)).map(({ id }) => id),
    );
    const { id } = repositories.find(({ repository }) => repository.name === struck) ?? {};
    const histories = await listHistories(db, organization.id);
    expect(histories.filter(({ rebuilt }) => rebuilt?.state === "failed")).toMatchObject([
      { repositoryId: id, rebuilt: { failure: { code: "provider-unavailable" } } },
    ]);
  });
});
