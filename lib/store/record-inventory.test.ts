import { expect, it } from "vitest";
import { recordDepartures } from "./record-departures.ts";
import { recordInventory } from "./record-inventory.ts";
import { findRepository, listRepositorySummaries } from "./repositories.ts";
import { listRepositoryEvents } from "./repository-events.ts";
import { day, givenOrganization, repositoryOf } from "./testing/fixtures.ts";
import { describeEachDatabase } from "./testing/open-test-databases.ts";

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
        tally: null,
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

  it("marks those that left, keeps the moment, and takes returning ones back", async () => {
    const db = database();
    const { id } = await givenOrganization(db);
    await recordInventory(db, id, [repositoryOf("a"), repositoryOf("b")], day(1));

    await recordDepartures(db, id, [{ providerId: "id-b", kind: "removed" }], day(2));
    await recordDepartures(db, id, [{ providerId: "id-b", kind: "hidden" }], day(3));

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
    await recordDepartures(db, id, [{ providerId: odd.providerId, kind: "removed" }], day(2));
    expect(await listRepositorySummaries(db, id)).toHaveLength(1_101);
  });

  it("says what became of a repository since the last inventory, once", async () => {
    const db = database();
    const { id } = await givenOrganization(db);
    const ids = await recordInventory(db, id, [repositoryOf("tool")], day(1));
    const repositoryId = ids.get("id-tool") ?? "";
    const moved = repositoryOf("renamed", {
      providerId: "id-tool",
      owner: "other",
      visibility: "public",
      isArchived: true,
      archivedAt: day(3),
    });

    expect(await listRepositoryEvents(db, repositoryId)).toEqual([]);
    await recordInventory(db, id, [moved], day(4));
    await recordInventory(db, id, [moved], day(5));
    await recordDepartures(db, id, [{ providerId: "id-tool", kind: "transferred", newOwner: "away" }], day(6));
    await recordDepartures(db, id, [{ providerId: "id-tool", kind: "removed" }], day(7));
    await recordInventory(db, id, [{ ...moved, isArchived: false, archivedAt: null }], day(8));

    const events = await listRepositoryEvents(db, repositoryId);
    expect(events.toSorted((a, b) => a.at.localeCompare(b.at) || a.kind.localeCompare(b.kind))).toEqual([
      { kind: "archived", at: day(3), before: null, after: null },
      { kind: "renamed", at: day(4), before: "tool", after: "renamed" },
      { kind: "transferred", at: day(4), before: "acme", after: "other" },
      { kind: "visibility-changed", at: day(4), before: "private", after: "public" },
      { kind: "transferred", at: day(6), before: "other", after: "away" },
      { kind: "returned", at: day(8), before: null, after: null },
      { kind: "unarchived", at: day(8), before: null, after: null },
    ]);
  });

  it("takes a new repository under the name of a deleted one for another", async () => {
    const db = database();
    const { id } = await givenOrganization(db);
    const before = await recordInventory(db, id, [repositoryOf("tool")], day(1));

    const after = await recordInventory(db, id, [repositoryOf("tool", { providerId: "id-second" })], day(2));
    await recordDepartures(db, id, [{ providerId: "id-tool", kind: "hidden" }], day(2));

    expect(await listRepositoryEvents(db, after.get("id-second") ?? "")).toEqual([]);
    expect(await listRepositoryEvents(db, before.get("id-tool") ?? "")).toMatchObject([{ kind: "hidden", at: day(2) }]);
  });
});
