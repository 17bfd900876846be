import { expect, it } from "vitest";
import type { FlakeFacts } from "#lib/model/flake.ts";
import { known } from "#lib/model/observed.ts";
import { findAffected, listLockedRevisions } from "./affected.ts";
import type { Database } from "./database.ts";
import { listUpstreamUsage } from "./input-usage.ts";
import { recordInventory } from "./record-inventory.ts";
import { startScan } from "./scan-progress.ts";
import { createScan } from "./scans.ts";
import {
  analysisOf,
  day,
  factsOf,
  findingOf,
  flakeOf,
  givenOrganization,
  inputOf,
  lockNodeOf,
  recordAnalysis,
  repositoryOf,
} from "./testing/fixtures.ts";
import { describeEachDatabase } from "./testing/open-test-databases.ts";
import { listUpstreamUses } from "./upstream-uses.ts";
import { recordUpstreamHeads } from "./upstreams.ts";
import { listUseMoments } from "./use-moments.ts";

const nixpkgs = "github:nixos/nixpkgs";
const tool = "github:acme/tool";
const oldRevision = "d".repeat(40);

function toolSource(revision: string) {
  const attributes = { type: "github", owner: "acme", repo: "tool", rev: revision };
  return { attributes, lastModified: known(1_750_000_000) };
}

const toolInput = inputOf("tool", {
  ref: { type: "github", owner: "acme", repo: "tool" },
  original: null,
  node: known("tool"),
  locked: toolSource(oldRevision),
  isNixpkgs: false,
});

/** Takes Nixpkgs itself, and the tool with a Nixpkgs of its own. */
const both = flakeOf(".", {
  inputs: [
    inputOf("nixpkgs"),
    toolInput,
    inputOf("same", { follows: "nixpkgs", ref: null }),
    inputOf("here", { ref: { type: "path", path: "./here" }, original: null, locked: null, node: known("here") }),
  ],
  lock: {
    status: "ok",
    version: 7,
    nodes: [
      lockNodeOf("nixpkgs"),
      lockNodeOf("tool", { locked: toolSource(oldRevision), isNixpkgs: false }),
      lockNodeOf("nixpkgs_2", { introducedBy: "tool/nixpkgs", locked: toolNixpkgs(), onlyInput: "tool" }),
      lockNodeOf("stray", { isReachable: false, introducedBy: null }),
    ],
    drift: null,
  },
});

/** Takes the tool alone, which brings Nixpkgs in. */
const through = flakeOf(".", {
  inputs: [toolInput],
  lock: {
    status: "ok",
    version: 7,
    nodes: [
      lockNodeOf("tool", { locked: toolSource(oldRevision), isNixpkgs: false }),
      lockNodeOf("nixpkgs", { introducedBy: "tool/nixpkgs", locked: toolNixpkgs(), onlyInput: "tool" }),
    ],
    drift: null,
  },
});

function toolNixpkgs() {
  const attributes = { type: "github", owner: "NixOS", repo: "nixpkgs", rev: "e".repeat(40) };
  return { attributes, lastModified: known(1_755_000_000) };
}

/** Repositories `both`, `through` and `archived`, each with its flake; nothing updates `through`. */
async function givenUses(db: Database) {
  const { id: organizationId } = await givenOrganization(db);
  const flakes: Readonly<Record<string, FlakeFacts>> = { both, through, archived: both };
  const repositories = Object.keys(flakes).map((name) => repositoryOf(name, { isArchived: name === "archived" }));
  const ids = await recordInventory(db, organizationId, repositories, day(1));
  const scan = { organizationId, trigger: "command", isFull: false, requestedBy: "local", at: day(3) } as const;
  const { scanId } = await createScan(db, scan);
  await startScan(db, scanId, day(3));
  const reach = (subject: string, outcome: "pass" | "fail" | "not-applicable") =>
    findingOf("updates-reach-inputs", { subject, outcome });
  for (const [name, flake] of Object.entries(flakes)) {
    const row = { scanId, repositoryId: ids.get(`id-${name}`) ?? "", fullName: `acme/${name}` };
    const findings =
      name === "through" ? [reach(".", "not-applicable")] : [reach("./nixpkgs", "pass"), reach("./tool", "fail")];
    await recordAnalysis(db, analysisOf(row, 3, { facts: factsOf({ flakes: [flake] }), findings }));
  }
  const head = { revision: "f".repeat(40), committedAt: "2025-10-19T08:53:20.000Z" };
  await recordUpstreamHeads(db, organizationId, [{ upstream: nixpkgs, branch: "nixos-unstable", head }], day(3));
  return { scope: { organizationId, teamIds: null }, organizationId, ids };
}

describeEachDatabase("the use of upstreams", (database) => {
  it("counts repositories that count, direct and through others apart, and no path", async () => {
    const db = database();
    const { scope } = await givenUses(db);

    const usage = await listUpstreamUsage(db, scope);

    expect(usage.map(({ upstream, repositories }) => ({ upstream, repositories }))).toEqual([
      { upstream: tool, repositories: 2 },
      { upstream: nixpkgs, repositories: 2 },
    ]);
    expect(usage.find(({ upstream }) => upstream === nixpkgs)).toEqual({
      upstream: nixpkgs,
      isNixpkgs: true,
      repositories: 2,
      teams: 0,
      repeating: 1,
      direct: {
        repositories: 1,
        uses: 1,
        revisions: 1,
        moments: [{ seconds: 1_760_000_000, uses: 1 }],
        refs: [{ ref: "nixos-unstable", inputs: 1, repositories: 1 }],
        reach: { reached: 1, unreached: 0, unknown: 0 },
        drift: { known: 1, behind: 1, daysMax: 10 },
      },
      transitive: {
        repositories: 2,
        uses: 2,
        revisions: 1,
        moments: [{ seconds: 1_755_000_000, uses: 2 }],
      },
    });
  });

  it("leaves drift unknown where the branch was not asked, and counts an input that nothing updates as not reached", async () => {
    const db = database();
    const { scope } = await givenUses(db);

    const usage = await listUpstreamUsage(db, scope);

    expect(usage.find(({ upstream }) => upstream === tool)?.direct).toMatchObject({
      reach: { reached: 0, unreached: 2, unknown: 0 },
      drift: { known: 0, behind: 0, daysMax: null },
    });
  });

  it("lists every use, what counts first, with the path that leads to it", async () => {
    const db = database();
    const { organizationId, ids } = await givenUses(db);
    const question = { organizationId, upstream: nixpkgs, revision: null };

    const uses = await listUpstreamUses(db, question, 10);

    const names = new Map([...ids].map(([providerId, id]) => [id, providerId]));
    expect(uses.map((use) => [names.get(use.repositoryId), use.isDirect, use.name, use.driftDays, use.reach])).toEqual([
      ["id-both", true, "nixpkgs", 10, "reached"],
      ...[
        ["id-both", false, "tool/nixpkgs", null, null],
        ["id-through", false, "tool/nixpkgs", null, null],
      ].toSorted(byId(ids)),
      ["id-archived", true, "nixpkgs", 10, "reached"],
      ["id-archived", false, "tool/nixpkgs", null, null],
    ]);
    expect(uses.map(({ isCounted }) => isCounted)).toEqual([true, true, true, false, false]);
    expect(await listUpstreamUses(db, question, 2)).toHaveLength(2);
  });

  it("answers for one revision as for all of them, whatever the case of its digits", async () => {
    const db = database();
    const { organizationId } = await givenUses(db);
    const question = { organizationId, upstream: nixpkgs, revision: "B".repeat(7) };

    expect(await findAffected(db, question)).toEqual({
      repositories: 1,
      direct: 1,
      uncounted: 1,
      unowned: 1,
      teams: [],
    });
    expect(await findAffected(db, { ...question, revision: null })).toMatchObject({ repositories: 2, direct: 1 });
    expect(await findAffected(db, { ...question, revision: "0".repeat(40) })).toMatchObject({ repositories: 0 });
    expect(await listUseMoments(db, question)).toEqual([
      { isDirect: true, ref: "nixos-unstable", seconds: 1_760_000_000, uses: 1 },
    ]);
    expect((await listLockedRevisions(db, { ...question, revision: null }, 5)).map((one) => one.repositories)).toEqual([
      1, 2,
    ]);
  });
});

/** Equal lines stand in the order of ids, which a database makes up. */
function byId(ids: ReadonlyMap<string, string>) {
  const id = (row: readonly unknown[]) => ids.get(String(row[0])) ?? "";
  return (one: readonly unknown[], other: readonly unknown[]) => (id(one) < id(other) ? -1 : 1);
}
