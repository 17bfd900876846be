import { expect, it } from "vitest";
import { registerOrganization } from "#lib/store/organizations.ts";
import { analysisOf, day, givenRunningScan, recordAnalysis } from "#lib/store/testing/fixtures.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { grantWaiver } from "#lib/store/waivers.ts";
import { readOrganizationState } from "./organization-state.ts";
import { createStateMemory } from "./state-memory.ts";

const actor = { kind: "local" } as const;

describeEachDatabase("readOrganizationState", (database) => {
  const contextAt = (asOf: string) => ({ database: database(), actor, asOf, scanCron: null });

  it("reads once while nothing changes, also for requests that come together", async () => {
    const { organization } = await givenRunningScan(database());
    const read = () => readOrganizationState(contextAt(day(5)), organization.slug);

    const [one, other] = await Promise.all([read(), read()]);

    expect(one?.repositories).toBe(other?.repositories);
    expect((await read())?.repositories).toBe(one?.repositories);
  });

  it("shows a change to the next request", async () => {
    const row = await givenRunningScan(database());
    const read = () => readOrganizationState(contextAt(day(5)), row.organization.slug);

    expect((await read())?.repositories[0]?.findings).toEqual([]);
    await recordAnalysis(database(), analysisOf(row, 4));
    expect((await read())?.repositories[0]?.findings).toHaveLength(1);
    const { scanCron: _, createdAt: __, id: ___, slug: ____, ...identity } = row.organization;
    await registerOrganization(database(), { ...identity, name: "Renamed" });
    expect((await read())?.organization.name).toBe("Renamed");
  });

  it("counts a fail again on the day after its waiver ends, though nothing is written", async () => {
    const row = await givenRunningScan(database());
    const { organizationId, repositoryId } = row;
    await recordAnalysis(database(), analysisOf(row, 4));
    const waiver = { organizationId, repositoryId, checkId: "inputs-fresh", subject: null, reason: "It retires" };
    await grantWaiver(database(), actor, { ...waiver, expiresAt: day(10) }, day(4));
    const isWaivedAt = async (asOf: string) =>
      (await readOrganizationState(contextAt(asOf), row.organization.slug))?.repositories[0]?.findings[0]?.isWaived;

    expect(await isWaivedAt(day(9))).toBe(true);
    expect(await isWaivedAt(day(10))).toBe(false);
  });
});

describeEachDatabase("createStateMemory", (database) => {
  it("does not remember a reading that failed", async () => {
    const remember = createStateMemory<number>(4);
    const at = { key: "a", revision: "1" };

    await expect(remember(database(), at, () => Promise.reject(new Error("down")))).rejects.toThrow("down");

    expect(await remember(database(), at, async () => 2)).toBe(2);
  });

  it("forgets the key that was asked for longest ago", async () => {
    const remember = createStateMemory<number>(4);
    const read = (key: string, value: number) => remember(database(), { key, revision: "1" }, async () => value);
    for (const id of ["a", "b", "c", "d"]) await read(id, 1);

    await read("a", 2);
    await read("e", 1);

    expect([await read("a", 3), await read("b", 3)]).toEqual([1, 3]);
  });
});
