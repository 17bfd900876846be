import { expect, it } from "vitest";
import type { RepositorySettings, SettingsWaiver } from "#lib/model/repository-settings.ts";
import { analysisOf, day, factsOf, givenRunningScan, recordAnalysis } from "./testing/fixtures.ts";
import { describeEachDatabase } from "./testing/open-test-databases.ts";
import { grantWaiver, listActiveWaivers, revokeWaiver } from "./waivers.ts";

const path = ".github/flakeboard.yml";

function waiver(checkId: string, changes: Partial<SettingsWaiver> = {}): SettingsWaiver {
  return {
    checkId,
    subject: null,
    reason: "Frozen.",
    expiresOn: "2026-11-20",
    evidence: { path, line: 3 },
    ...changes,
  };
}

function settings(...waivers: readonly SettingsWaiver[]): RepositorySettings {
  return { status: "ok", path, excludedPaths: [], waivers };
}

describeEachDatabase("waivers that a repository declares", (database) => {
  it("hold from the scan that saw them through their last day, and keep their moment while they stand", async () => {
    const db = database();
    const row = await givenRunningScan(db);
    const declared = settings(waiver("inputs-fresh"), waiver("inputs-fresh"), waiver("lock-present", { subject: "." }));

    await recordAnalysis(db, analysisOf(row, 3, { facts: factsOf({ settings: declared }) }));
    await recordAnalysis(db, analysisOf(row, 5, { commit: "b".repeat(40), facts: factsOf({ settings: declared }) }));

    const active = await listActiveWaivers(db, row.organizationId, day(20));
    expect(
      active.map(({ checkId, grantedAt, grantedBy, source }) => [checkId, grantedAt, grantedBy, source]).sort(),
    ).toEqual([
      ["inputs-fresh", day(3), path, "repository"],
      ["lock-present", day(3), path, "repository"],
    ]);
    expect(await listActiveWaivers(db, row.organizationId, day(2))).toEqual([]);
    expect(await listActiveWaivers(db, row.organizationId, day(21))).toEqual([]);
  });

  it("end when the file drops them or cannot be read, and leave those granted here alone", async () => {
    const db = database();
    const row = await givenRunningScan(db);
    const { organizationId, repositoryId } = row;
    const granted = { organizationId, repositoryId, checkId: "inputs-fresh", subject: null, reason: "Frozen." };
    await grantWaiver(db, { kind: "local" }, { ...granted, expiresAt: day(21) }, day(3));

    await recordAnalysis(db, analysisOf(row, 3, { facts: factsOf({ settings: settings(waiver("inputs-fresh")) }) }));
    expect(await listActiveWaivers(db, organizationId, day(4))).toHaveLength(2);
    const invalid = { status: "invalid", path, problems: [] } as const;
    await recordAnalysis(db, analysisOf(row, 5, { commit: "b".repeat(40), facts: factsOf({ settings: invalid }) }));

    expect((await listActiveWaivers(db, organizationId, day(6))).map(({ source }) => source)).toEqual(["app"]);
    expect(await listActiveWaivers(db, organizationId, day(4))).toHaveLength(2);
  });

  it("cannot be ended here", async () => {
    const db = database();
    const row = await givenRunningScan(db);
    await recordAnalysis(db, analysisOf(row, 3, { facts: factsOf({ settings: settings(waiver("inputs-fresh")) }) }));
    const [active] = await listActiveWaivers(db, row.organizationId, day(4));

    await revokeWaiver(db, { kind: "local" }, active?.id ?? "", day(5));

    expect(await listActiveWaivers(db, row.organizationId, day(6))).toHaveLength(1);
  });
});
