import { expect, it } from "vitest";
import type { Ownership } from "#lib/model/team.ts";
import { recordInventory } from "./record-inventory.ts";
import { recordOwners } from "./record-owners.ts";
import { findRepository, listRepositorySummaries } from "./repositories.ts";
import { listTeams, recordTeams } from "./teams.ts";
import {
  analysisOf,
  day,
  factsOf,
  findingOf,
  flakeOf,
  givenOrganization,
  givenRunningScan,
  inputOf,
  recordAnalysis,
  repositoryOf,
  teamOf,
} from "./testing/fixtures.ts";
import { describeEachDatabase } from "./testing/open-test-databases.ts";
import { inTransaction } from "./transaction.ts";

function ownershipOf(...teamSlugs: readonly string[]): Ownership {
  return { rule: "team-permission", teamSlugs, detail: "admin permission" };
}

describeEachDatabase("recordOwners", (database) => {
  it("replaces rule and owners, and is the same recorded twice", async () => {
    const db = database();
    const { id } = await givenOrganization(db);
    await recordTeams(db, id, [teamOf("web"), teamOf("data")], day(1));
    const teams = new Map((await listTeams(db, id)).map((team) => [team.slug, team.id]));
    const repositoryId = (await recordInventory(db, id, [repositoryOf("tool")], day(1))).get("id-tool") ?? "";
    const read = async () => (await listRepositorySummaries(db, id))[0];

    await inTransaction(db, (transaction) =>
      recordOwners(transaction, new Map([[repositoryId, ownershipOf("data", "web", "unknown")]])),
    );
    await inTransaction(db, (transaction) =>
      recordOwners(transaction, new Map([[repositoryId, ownershipOf("data", "web", "unknown")]])),
    );
    expect(await read()).toMatchObject({ ownershipRule: "team-permission", ownershipDetail: "admin permission" });
    expect(new Set((await read())?.ownerTeamIds)).toEqual(new Set(teams.values()));

    await inTransaction(db, (transaction) => recordOwners(transaction, new Map([[repositoryId, ownershipOf("web")]])));
    expect((await read())?.ownerTeamIds).toEqual([teams.get("web")]);

    await inTransaction(db, (transaction) =>
      recordOwners(transaction, new Map([[repositoryId, { rule: "none", teamSlugs: [], detail: "" }]])),
    );
    expect(await read()).toMatchObject({ ownershipRule: "none", ownerTeamIds: [] });
  });

  it("shows no owner that its provider has removed", async () => {
    const db = database();
    const { id } = await givenOrganization(db);
    await recordTeams(db, id, [teamOf("web")], day(1));
    const repositoryId = (await recordInventory(db, id, [repositoryOf("tool")], day(1))).get("id-tool") ?? "";
    await inTransaction(db, (transaction) => recordOwners(transaction, new Map([[repositoryId, ownershipOf("web")]])));

    await recordTeams(db, id, [], day(2));

    expect((await listRepositorySummaries(db, id))[0]?.ownerTeamIds).toEqual([]);
    expect((await findRepository(db, id, "acme", "tool"))?.ownerTeamIds).toEqual([]);
  });
});

describeEachDatabase("listRepositorySummaries", (database) => {
  it("puts each repository together with its own snapshot, flakes and findings, by name", async () => {
    const db = database();
    const row = await givenRunningScan(db, "zeta");
    await recordInventory(db, row.organizationId, [repositoryOf("Alpha")], day(1));
    const flakes = [
      flakeOf(".", { inputs: [inputOf("a"), inputOf("b", { locked: null }), inputOf("c", { isNixpkgs: false })] }),
      flakeOf("./broken", {
        role: "test",
        parse: { status: "error", message: "?", line: 1, column: 2 },
        inputs: [],
        lock: { status: "missing" },
      }),
    ];
    await recordAnalysis(db, analysisOf(row, 3, { commit: "old" }));
    await recordAnalysis(
      db,
      analysisOf(row, 4, { facts: factsOf({ flakes }), findings: [findingOf("one", { outcome: "unknown" })] }),
    );

    const [alpha, zeta] = await listRepositorySummaries(db, row.organizationId);

    expect(alpha).toMatchObject({ name: "Alpha", snapshot: null, findings: [] });
    expect(zeta).toMatchObject({
      name: "zeta",
      findings: [{ checkId: "one", subject: ".", outcome: "unknown", since: day(4) }],
    });
    expect(zeta?.snapshot).toEqual({
      commit: "a".repeat(40),
      committedAt: day(2),
      readAt: day(4),
      validFrom: day(4),
      isComplete: true,
      stages: ["development"],
      nonFlakeKinds: ["shell.nix"],
      flakes: [
        {
          directory: ".",
          role: "main",
          parseStatus: "ok",
          lockStatus: "ok",
          nixpkgsLastModified: ["2025-10-09T08:53:20.000Z", null],
        },
        { directory: "./broken", role: "test", parseStatus: "error", lockStatus: "missing", nixpkgsLastModified: [] },
      ],
    });
  });

  it("is empty for an organization without repositories", async () => {
    const db = database();
    const { id } = await givenOrganization(db);

    expect(await listRepositorySummaries(db, id)).toEqual([]);
  });
});
