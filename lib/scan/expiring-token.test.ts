import { generateKeyPairSync } from "node:crypto";
import { expect, it } from "vitest";
import { type GithubEmulator, startGithubEmulator } from "#e2e/github/emulator.ts";
import { organizationWithPast } from "#e2e/github/organization-with-past.ts";
import { defaultPolicy } from "#lib/model/policy.ts";
import { never } from "#lib/providers/github/emulated.fixture.ts";
import { createGithubProvider } from "#lib/providers/github/github-provider.ts";
import type { Database } from "#lib/store/database.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { backfillOrganization } from "./backfill.ts";
import { sampleDay, scanWith } from "./testing/scan-sample.ts";
import { factsOf, pastOf, seriesOf } from "./testing/what-is-known.ts";

const count = 4;
const folder = organizationWithPast(count, sampleDay);
const { publicKey, privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});

// As long as what is written, so that few days are counted.
const policy = { ...defaultPolicy, historyMonths: 3 };

/** Of every kind of request one is the last that its token is good for: the first, and of the trees, which are asked for at once, the last. */
async function startWithBriefTokens(): Promise<{ emulator: GithubEmulator; counts: ReadonlyMap<string, number> }> {
  const counts = new Map<string, number>();
  const emulator: GithubEmulator = await startGithubEmulator({
    folder,
    app: { id: "12", publicKey, tokenLifeMs: 3_600_000 },
    faults: [
      {
        fault: { kind: "hang" },
        when: ({ operation }) => {
          const number = (counts.get(operation) ?? 0) + 1;
          counts.set(operation, number);
          if (number === (operation === "trees" ? count : 1)) emulator.revokeTokens();
          return false;
        },
      },
    ],
  });
  return { emulator, counts };
}

async function readAll(db: Database, emulator: GithubEmulator, credentials: "app" | "token") {
  const provider = createGithubProvider({
    organization: "acme",
    restUrl: emulator.url,
    ...(credentials === "app" ? { app: { id: "12", privateKey } } : { token: "x" }),
  });
  const { scan, organization } = await scanWith(db, provider, { location: emulator.url });
  const refusedInScan = refusals(emulator);
  const context = { database: db, provider, organizationId: organization.id, policy, now: () => sampleDay };
  const past = await backfillOrganization({ ...context, signal: never });
  return {
    refusedInScan,
    refusedInPast: refusals(emulator) - refusedInScan,
    known: {
      state: [scan.state, scan.failure, scan.counts, past],
      facts: await factsOf(db, organization.id),
      pasts: await pastOf(db, organization.id),
      series: await seriesOf(db, organization.id),
    },
  };
}

function refusals({ requests }: GithubEmulator): number {
  return requests.entries.filter(({ status }) => status === 401).length;
}

describeEachDatabase("an App's token that ends in the middle", (database) => {
  it("of a scan and of the past is renewed each time, and all is as with one that lasts", async () => {
    const lasting = await startGithubEmulator({ folder });
    const { emulator, counts } = await startWithBriefTokens();
    try {
      const undisturbed = await readAll(database(), lasting, "token");
      const renewed = await readAll(database(), emulator, "app");

      expect(renewed.known.state).toMatchObject(["completed", null, { read: count }, { done: count }]);
      expect(renewed.known).toEqual(undisturbed.known);
      const kinds = ["Inventory", "Teams", "trees", "Blobs", "History", "CommitsBefore", "Folders"];
      expect(kinds.filter((kind) => !counts.has(kind))).toEqual([]);
      expect(renewed.refusedInScan).toBeGreaterThan(2);
      expect(renewed.refusedInPast).toBeGreaterThan(1);
    } finally {
      await lasting.close();
      await emulator.close();
    }
  });
});
