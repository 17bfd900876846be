import { expect, it } from "vitest";
import { changeSavedViews, listSavedViews, type SavedViewChange } from "./saved-views.ts";
import { day, givenRunningScan } from "./testing/fixtures.ts";
import { describeEachDatabase } from "./testing/open-test-databases.ts";

const local = { kind: "local" } as const;

const stale: SavedViewChange = { kind: "add", page: "repositories", query: "sort=age.desc", name: "Stale" };

describeEachDatabase("saved views", (database) => {
  it("are added, renamed and removed, each seeing those that are there", async () => {
    const db = database();
    const { organizationId } = await givenRunningScan(db);

    await changeSavedViews(db, local, organizationId, () => stale, day(3));
    await changeSavedViews(db, local, organizationId, () => ({ ...stale, page: "", query: "range=6m" }), day(3));
    const views = await listSavedViews(db, organizationId);
    expect(views.map(({ page, query, name }) => [page, query, name])).toEqual([
      ["", "range=6m", "Stale"],
      ["repositories", "sort=age.desc", "Stale"],
    ]);

    const id = views[1]?.id ?? "";
    await changeSavedViews(db, local, organizationId, () => ({ kind: "rename", id, name: "Oldest" }), day(4));
    await changeSavedViews(
      db,
      local,
      organizationId,
      (seen) => {
        expect(seen.map(({ name }) => name)).toEqual(["Stale", "Oldest"]);
        return { kind: "remove", id: seen[0]?.id ?? "" };
      },
      day(5),
    );
    expect((await listSavedViews(db, organizationId)).map(({ name }) => name)).toEqual(["Oldest"]);
  });

  it("stay as they are when the change is refused", async () => {
    const db = database();
    const { organizationId } = await givenRunningScan(db);
    const refuse = () => {
      throw new Error("taken");
    };

    await expect(changeSavedViews(db, local, organizationId, refuse, day(3))).rejects.toThrow("taken");

    expect(await listSavedViews(db, organizationId)).toEqual([]);
  });

  it("let one of two people who save at the same moment see the other's view", async () => {
    const db = database();
    const { organizationId } = await givenRunningScan(db);
    const seen: number[] = [];
    const save = (name: string) =>
      changeSavedViews(
        db,
        local,
        organizationId,
        (views) => {
          seen.push(views.length);
          return { ...stale, kind: "add", name };
        },
        day(3),
      );

    await Promise.all([save("One"), save("Two")]);

    expect(seen.toSorted()).toEqual([0, 1]);
  });

  it("leave those of other organizations alone", async () => {
    const db = database();
    const { organizationId } = await givenRunningScan(db);
    const { organizationId: other } = await givenRunningScan(db);
    await changeSavedViews(db, local, organizationId, () => stale, day(3));
    const id = (await listSavedViews(db, organizationId))[0]?.id ?? "";

    await changeSavedViews(db, local, other, () => ({ kind: "rename", id, name: "Mine" }), day(4));
    await changeSavedViews(db, local, other, () => ({ kind: "remove", id }), day(4));

    expect((await listSavedViews(db, organizationId)).map(({ name }) => name)).toEqual(["Stale"]);
    expect(await listSavedViews(db, other)).toEqual([]);
  });
});
