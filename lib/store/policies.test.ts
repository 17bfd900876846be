import { expect, it } from "vitest";
import { defaultPolicy } from "#lib/model/policy.ts";
import { recordExclusions } from "./exclusions.ts";
import { findPolicy, recordPolicy } from "./policies.ts";
import { recordInventory } from "./record-inventory.ts";
import { day, givenOrganization, repositoryOf } from "./testing/fixtures.ts";
import { describeEachDatabase } from "./testing/open-test-databases.ts";

const local = { kind: "local" } as const;

describeEachDatabase("the policy of an organization", (database) => {
  it("is the default until it is changed, and then what was saved last", async () => {
    const db = database();
    const { id } = await givenOrganization(db);
    expect(await findPolicy(db, id)).toEqual({ policy: defaultPolicy, overrides: {}, changed: null });

    await recordPolicy(db, local, id, { nixpkgsAgeDaysMax: 45, checksOff: ["inputs-semver"] }, day(3));
    await recordPolicy(db, local, id, { nixpkgsAgeDaysMax: 60 }, day(4));

    expect(await findPolicy(db, id)).toEqual({
      policy: { ...defaultPolicy, nixpkgsAgeDaysMax: 60 },
      overrides: { nixpkgsAgeDaysMax: 60 },
      changed: { by: "local", at: day(4) },
    });
  });

  it("is refused, not replaced by the default, where it cannot be read", async () => {
    const db = database();
    const { id } = await givenOrganization(db);
    await db.client.organizationPolicy.create({
      data: { organizationId: id, overrides: { nixpkgsAgeDaysMax: "soon" }, changedBy: "local", changedAt: day(1) },
    });

    await expect(findPolicy(db, id)).rejects.toThrow(/nixpkgsAgeDaysMax/);
  });

  it("excludes repositories by patterns of their names, and takes them in again", async () => {
    const db = database();
    const { id } = await givenOrganization(db);
    await recordInventory(
      db,
      id,
      ["tool", "Old-archive", "web"].map((name) => repositoryOf(name)),
      day(1),
    );
    const excluded = async () => {
      const rows = await db.client.repository.findMany({
        where: { organizationId: id, isExcluded: true },
        select: { name: true },
        orderBy: { name: "asc" },
      });
      return rows.map(({ name }) => name);
    };

    expect(await recordExclusions(db, id, ["*-ARCHIVE", "acme/web"])).toBe(2);
    expect(await excluded()).toEqual(["Old-archive", "web"]);

    expect(await recordExclusions(db, id, ["web"])).toBe(1);
    expect(await excluded()).toEqual(["web"]);
    expect(await recordExclusions(db, id, [])).toBe(0);
    expect(await excluded()).toEqual([]);
  });
});
