import { expect, it } from "vitest";
import type { Ownership } from "#lib/model/team.ts";
import { recordAnalysis } from "./analysis.ts";
import {
  findRepository,
  listRepositorySummaries,
  markMissingRepositories,
  recordInventory,
  recordOwnership,
} from "./repositories.ts";
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
  repositoryOf,
  teamOf,
} from "./testing/fixtures.ts";
import { describeEachDatabase } from "./testing/open-test-databases.ts";

function ownershipOf(...teamSlugs: readonly string[]): Ownership {
  return { rule: "team-permission", teamSlugs, detail: "admin permission" };
}

describeEachDatabase("recordInventory", (database) => {
  it("records every field, and the same inventory twice as once", async () => {
    const db = database();
    const { id } = await givenOrganization(db);
    const tool = repositoryOf("tool", {
      url: null,
      description: "Überflüssig \u0000",
      visibility: "internal",
      isArchived: true,
      archivedAt: day(4),
      defaultBranch: null,
      headCommit: null,
      headCommittedAt: null,
      languages: [],
      topics: ["a,b", '"quoted"', "{}"],
    });

    const first = await recordInventory(db, id, [tool], day(5));
    const second = await recordInventory(db, id, [tool], day(6));

    expect(second).toEqual(first);
    expect(await listRepositorySummaries(db, id)).toEqual([
      {
        ...tool,
        description: "Überflüssig \ufffd",
        id: first.get("id-tool"),
        isExcluded: false,
        ownershipRule: "none",
        ownershipDetail: "",
        ownerTeamIds: [],
        snapshot: null,
        findings: [],
      },
    ]);
    expect(await findRepository(db, id, "acme", "tool")).toMatchObject({
      ...tool,
      description: "Überflüssig \ufffd",
      firstSeenAt: day(5),
      lastSeenAt: day(6),
      removedAt: null,
    });
  });

  it("keeps the row of a repository that was renamed or moved", async () => {
    const db = database();
    const { id } = await givenOrganization(db);
    const before = await recordInventory(db, id, [repositoryOf("old")], day(1));

    const after = await recordInventory(
      db,
      id,
      [repositoryOf("new", { providerId: "id-old", owner: "other" })],
      day(2),
    );

    expect(after).toEqual(before);
    expect(await listRepositorySummaries(db, id)).toMatchObject([{ owner: "other", name: "new" }]);
    expect(await findRepository(db, id, "acme", "old")).toBeNull();
  });

  it("marks the missing ones, keeps the moment, and takes returning ones back", async () => {
    const db = database();
    const { id } = await givenOrganization(db);
    await recordInventory(db, id, [repositoryOf("a"), repositoryOf("b")], day(1));

    await markMissingRepositories(db, id, ["id-a"], day(2));
    await markMissingRepositories(db, id, ["id-a"], day(3));

    expect((await listRepositorySummaries(db, id)).map(({ name }) => name)).toEqual(["a"]);
    expect(await findRepository(db, id, "acme", "b")).toMatchObject({ removedAt: day(2) });

    await recordInventory(db, id, [repositoryOf("b")], day(4));
    expect(await findRepository(db, id, "acme", "b")).toMatchObject({ removedAt: null, firstSeenAt: day(1) });
  });

  it("takes more repositories than fit one statement, one twice, impossible dates, and a very long identity", async () => {
    const db = database();
    const { id } = await givenOrganization(db);
    const many = Array.from({ length: 1_101 }, (_, index) => repositoryOf(`repository-${index}`));
    const odd = repositoryOf("odd", { providerId: "x".repeat(10_000), pushedAt: "+275760-09-13T00:00:00.000Z" });

    const ids = await recordInventory(db, id, [...many, ...many.slice(0, 3), odd], day(1));

    expect(ids.size).toBe(1_102);
    expect(ids.get(odd.providerId)).toBeDefined();
    expect(await listRepositorySummaries(db, id)).toHaveLength(1_102);
    expect(await findRepository(db, id, "acme", "odd")).toMatchObject({ pushedAt: null });
    await markMissingRepositories(db, id, [odd.providerId], day(2));
    expect((await listRepositorySummaries(db, id)).map(({ name }) => name)).toEqual(["odd"]);
  });
});

describeEachDatabase("recordOwnership", (database) => {
  it("replaces rule and owners, and is the same recorded twice", async () => {
    const db = database();
    const { id } = await givenOrganization(db);
    await recordTeams(db, id, [teamOf("web"), teamOf("data")], day(1));
    const teams = new Map((await listTeams(db, id)).map((team) => [team.slug, team.id]));
    const repositoryId = (await recordInventory(db, id, [repositoryOf("tool")], day(1))).get("id-tool") ?? "";
    const read = async () => (await listRepositorySummaries(db, id))[0];

    await recordOwnership(db, new Map([[repositoryId, ownershipOf("data", "web", "unknown")]]));
    await recordOwnership(db, new Map([[repositoryId, ownershipOf("data", "web", "unknown")]]));
    expect(await read()).toMatchObject({ ownershipRule: "team-permission", ownershipDetail: "admin permission" });
    expect(new Set((await read())?.ownerTeamIds)).toEqual(new Set(teams.values()));

    await recordOwnership(db, new Map([[repositoryId, ownershipOf("web")]]));
    expect((await read())?.ownerTeamIds).toEqual([teams.get("web")]);

    await recordOwnership(db, new Map([[repositoryId, { rule: "none", teamSlugs: [], detail: "" }]]));
    expect(await read()).toMatchObject({ ownershipRule: "none", ownerTeamIds: [] });
  });

  it("shows no owner that its provider has removed", async () => {
    const db = database();
    const { id } = await givenOrganization(db);
    await recordTeams(db, id, [teamOf("web")], day(1));
    const repositoryId = (await recordInventory(db, id, [repositoryOf("tool")], day(1))).get("id-tool") ?? "";
    await recordOwnership(db, new Map([[repositoryId, ownershipOf("web")]]));

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
      analysisOf(row, 4, { facts: factsOf({ flakes }), findings: [findingOf("one", { outcome: "not-applicable" })] }),
    );

    const [alpha, zeta] = await listRepositorySummaries(db, row.organizationId);

    expect(alpha).toMatchObject({ name: "Alpha", snapshot: null, findings: [] });
    expect(zeta).toMatchObject({
      name: "zeta",
      findings: [{ checkId: "one", subject: ".", outcome: "not-applicable", since: day(4) }],
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
