import { afterEach, beforeEach, expect, it } from "vitest";
import { defaultPolicy } from "#lib/model/policy.ts";
import { type Acme, never, pushFlake, repositoryName, writeAcme } from "#lib/providers/github/emulated.fixture.ts";
import { createLocalProvider } from "#lib/providers/local/local-provider.ts";
import type { InventoryItem, SourceProvider } from "#lib/providers/source-provider.ts";
import type { Database } from "#lib/store/database.ts";
import { listOrganizations } from "#lib/store/organizations.ts";
import { recordInventory } from "#lib/store/record-inventory.ts";
import { findRepository } from "#lib/store/repositories.ts";
import { listScanRows } from "#lib/store/scans.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { refreshRepository } from "./refresh-repository.ts";
import { sampleDay, scanWith } from "./testing/scan-sample.ts";

const pushed = repositoryName(0);
const afterwards = "2026-11-20T12:00:30.000Z";

let acme: Acme;

beforeEach(() => {
  acme = writeAcme(2);
});

afterEach(() => acme.remove());

const push = () => pushFlake(acme, pushed, '{ description = "pushed"; outputs = _: { }; }', afterwards);

async function organizationIdOf(db: Database): Promise<string> {
  return (await listOrganizations(db)).find(({ location }) => location === acme.folder)?.id ?? "";
}

/** What a webhook brings about while a scan is at work: the repository is looked at again, a little later. */
async function refresh(db: Database): Promise<void> {
  const organizationId = await organizationIdOf(db);
  const provider = createLocalProvider({ path: acme.folder });
  const recording = { scanId: null, policy: defaultPolicy, upstreams: new Map(), now: () => afterwards };
  const teams = { login: null, slugs: new Set<string>() };
  const context = { ...recording, teams, database: db, organizationId, provider, signal: never, asOf: afterwards };
  await refreshRepository(context, `${pushed}.git`);
}

/** As `refresh` when it was stopped between the line of the inventory and the reading. */
async function refreshHalf(db: Database): Promise<void> {
  const item = await createLocalProvider({ path: acme.folder }).readRepository(`${pushed}.git`, never);
  if (item?.status === "listed") await recordInventory(db, await organizationIdOf(db), [item.repository], afterwards);
}

/** Gives pages that were asked for before a push, after what the push brought about. */
function withLatePages(provider: SourceProvider, meanwhile: () => Promise<void>): SourceProvider {
  return {
    ...provider,
    async *listRepositories(signal) {
      const items: InventoryItem[] = [];
      for await (const page of provider.listRepositories(signal)) items.push(...page.items);
      await meanwhile();
      yield { total: items.length, items, next: null };
    },
  };
}

/** Gives the tree of the commit that it was asked for after what a push brought about. */
function withLateTree(provider: SourceProvider, meanwhile: () => Promise<void>): SourceProvider {
  let isFirst = true;
  return {
    ...provider,
    async readTree(repository, signal) {
      const tree = await provider.readTree(repository, signal);
      if (repository.name !== pushed || !isFirst) return tree;
      isFirst = false;
      await meanwhile();
      return tree;
    },
  };
}

const orders = {
  "a page of the inventory comes after the push was read": [withLatePages, refresh],
  "a page of the inventory comes after the push was seen, and nobody has read it yet": [withLatePages, refreshHalf],
  "a tree comes after the push was read": [withLateTree, refresh],
  "a tree comes after the push was seen, and nobody has read it yet": [withLateTree, refreshHalf],
} as const;

describeEachDatabase("the newer commit wins", (database) => {
  for (const [words, [late, lookAgain]] of Object.entries(orders)) {
    it(`when ${words}`, async () => {
      const db = database();
      let head = "";
      const provider = late(createLocalProvider({ path: acme.folder }), async () => {
        head = push();
        await lookAgain(db);
      });

      const { scan, organization } = await scanWith(db, provider, { location: acme.folder, at: sampleDay });

      const detail = await findRepository(db, organization.id, organization.login, pushed);
      expect(detail).toMatchObject({ headCommit: head, snapshot: { commit: head } });
      expect(detail?.snapshot?.facts?.flakes).toMatchObject([{ directory: "nix", description: "pushed" }]);
      expect(detail?.findings.filter(({ evidence }) => evidence.some(({ path }) => path === "flake.nix"))).toEqual([]);
      expect(scan).toMatchObject({ state: "completed", counts: { total: 2, failed: 0 } });
      expect(await listScanRows(db, scan.id, { state: "pending", limit: 10 })).toEqual([]);
    });
  }
});
