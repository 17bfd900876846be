import { expect, it } from "vitest";
import { recordInventory } from "#lib/store/record-inventory.ts";
import { analysisOf, day, givenRunningScan, recordAnalysis, repositoryOf } from "#lib/store/testing/fixtures.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { readStoredRepository } from "./stored-repository.ts";

describeEachDatabase("readStoredRepository", (database) => {
  it("reads once while nothing changes, and shows a new commit and what became of the repository", async () => {
    const row = await givenRunningScan(database());
    const { organizationId, repositoryId } = row;
    const names = { id: repositoryId, owner: "acme", name: "tool" };
    const read = () => readStoredRepository(database(), organizationId, names);

    const unread = await read();
    expect(unread?.detail.snapshot).toBeNull();
    expect(await read()).toBe(unread);

    await recordAnalysis(database(), analysisOf(row, 4));
    expect(await read()).toMatchObject({ past: [{ validFrom: day(4) }], isPastWhole: true, events: [] });

    await recordInventory(database(), organizationId, [repositoryOf("tool", { isArchived: true })], day(5));
    expect((await read())?.events).toMatchObject([{ kind: "archived" }]);
  });

  it("is nothing for a repository that the organization does not have", async () => {
    const { organizationId, repositoryId } = await givenRunningScan(database());

    expect(
      await readStoredRepository(database(), organizationId, { id: repositoryId, owner: "acme", name: "other" }),
    ).toBeNull();
  });
});
