import { expect, it } from "vitest";
import { day, givenRunningScan } from "./testing/fixtures.ts";
import { describeEachDatabase } from "./testing/open-test-databases.ts";
import { grantWaiver, listActiveWaivers, listWaivers, revokeWaiver } from "./waivers.ts";

const local = { kind: "local" } as const;

describeEachDatabase("waivers", (database) => {
  it("hold from their grant to their end, and are granted once", async () => {
    const db = database();
    const { organizationId, repositoryId } = await givenRunningScan(db);
    const waiver = {
      organizationId,
      repositoryId,
      checkId: "inputs-fresh",
      subject: "./nixpkgs",
      reason: "Frozen \u0000",
      expiresAt: day(20),
    };

    const first = await grantWaiver(db, local, waiver, day(10));
    const second = await grantWaiver(db, local, waiver, day(11));

    expect(second).toEqual(first);
    expect(first).toEqual({
      ...waiver,
      reason: "Frozen \ufffd",
      source: "app",
      id: first.id,
      grantedBy: "local",
      grantedAt: day(10),
    });
    expect(await listActiveWaivers(db, organizationId, day(9))).toEqual([]);
    expect(await listActiveWaivers(db, organizationId, day(12))).toEqual([{ ...first, revokedAt: null }]);
    expect(await listActiveWaivers(db, organizationId, day(20))).toEqual([]);
  });

  it("end when they are revoked, and keep who did it first", async () => {
    const db = database();
    const { organizationId, repositoryId } = await givenRunningScan(db);
    const waiver = {
      organizationId,
      repositoryId,
      checkId: "inputs-fresh",
      subject: null,
      reason: "Later",
      expiresAt: day(20),
    };
    const { id } = await grantWaiver(db, local, waiver, day(10));

    await revokeWaiver(db, local, id, day(12));
    await revokeWaiver(db, { kind: "system", name: "schedule" }, id, day(14));

    expect(await listActiveWaivers(db, organizationId, day(11))).toHaveLength(1);
    expect(await listActiveWaivers(db, organizationId, day(13))).toEqual([]);
    const row = await db.client.waiver.findUnique({ where: { id }, select: { revokedAt: true, revokedBy: true } });
    expect(row).toEqual({ revokedAt: new Date(day(12)), revokedBy: "local" });
    const again = await grantWaiver(db, local, waiver, day(15));
    expect(again.id).not.toBe(id);
    const listed = await listWaivers(db, organizationId, 10);
    expect(listed.map((one) => [one.id, one.revokedAt])).toEqual([
      [again.id, null],
      [id, day(12)],
    ]);
    await revokeWaiver(db, local, "no id", day(15));
  });
});
