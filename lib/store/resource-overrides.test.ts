import { expect, it } from "vitest";
import {
  addResource,
  chooseForResource,
  listResourceOverrides,
  type NewResource,
  removeResource,
} from "./resource-overrides.ts";
import { day, givenRunningScan } from "./testing/fixtures.ts";
import { describeEachDatabase } from "./testing/open-test-databases.ts";

const local = { kind: "local" } as const;
const schedule = { kind: "system", name: "schedule" } as const;

const resource: NewResource = {
  title: "How we do Nix \u0000",
  url: "https://wiki.example/nix",
  kind: "guide",
  level: "start",
  theme: "knowledge",
  stages: ["development"],
  checks: ["flake-present"],
  summary: "Start with our own template.",
  minutes: null,
};

describeEachDatabase("resource overrides", (database) => {
  it("add a resource once, and keep who removed it first", async () => {
    const db = database();
    const { organizationId } = await givenRunningScan(db);

    const id = await addResource(db, local, organizationId, resource, day(10));
    const again = await addResource(db, schedule, organizationId, resource, day(11));

    expect(again).toBe(id);
    expect((await listResourceOverrides(db, organizationId)).own).toEqual([
      { ...resource, title: "How we do Nix \ufffd", id },
    ]);

    await removeResource(db, local, organizationId, id, day(12));
    await removeResource(db, schedule, organizationId, id, day(13));
    await removeResource(db, local, organizationId, "zero-to-nix", day(13));

    expect((await listResourceOverrides(db, organizationId)).own).toEqual([]);
    const rows = await db.client.ownResource.findMany({
      where: { organizationId },
      select: { addedBy: true, addedAt: true, removedBy: true, removedAt: true },
    });
    expect(rows).toEqual([
      { addedBy: "local", addedAt: new Date(day(10)), removedBy: "local", removedAt: new Date(day(12)) },
    ]);
  });

  it("hide or pin a resource, one after the other, and keep every choice that was made", async () => {
    const db = database();
    const { organizationId } = await givenRunningScan(db);
    const choose = (choice: "hidden" | "pinned" | null, at: string) =>
      chooseForResource(db, local, organizationId, { resourceId: "agenix", choice }, at);

    await choose("pinned", day(10));
    await choose("pinned", day(11));
    await choose("hidden", day(12));

    expect((await listResourceOverrides(db, organizationId)).choices).toEqual(new Map([["agenix", "hidden"]]));

    await choose(null, day(13));

    expect((await listResourceOverrides(db, organizationId)).choices).toEqual(new Map());
    const rows = await db.client.resourceChoice.findMany({
      where: { organizationId },
      select: { choice: true, madeAt: true, undoneAt: true },
      orderBy: { madeAt: "asc" },
    });
    expect(rows).toEqual([
      { choice: "pinned", madeAt: new Date(day(10)), undoneAt: new Date(day(12)) },
      { choice: "hidden", madeAt: new Date(day(12)), undoneAt: new Date(day(13)) },
    ]);
  });

  it("leave other organizations alone", async () => {
    const db = database();
    const { organizationId } = await givenRunningScan(db);
    const { organizationId: other } = await givenRunningScan(db);
    const id = await addResource(db, local, organizationId, resource, day(10));

    await removeResource(db, local, other, id, day(11));

    expect((await listResourceOverrides(db, organizationId)).own).toHaveLength(1);
    expect((await listResourceOverrides(db, other)).own).toEqual([]);
  });
});
