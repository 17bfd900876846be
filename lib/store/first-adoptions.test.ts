import { expect, it } from "vitest";
import { factsVersion } from "#lib/model/facts.ts";
import { findFirstAdoption, listFirstAdoptions } from "./first-adoptions.ts";
import { type PastSnapshot, recordHistory } from "./history.ts";
import { recordInventory } from "./record-inventory.ts";
import {
  analysisOf,
  day,
  factsOf,
  flakeOf,
  givenRunningScan,
  recordAnalysis,
  repositoryOf,
} from "./testing/fixtures.ts";
import { describeEachDatabase } from "./testing/open-test-databases.ts";

const withoutFlake = factsOf({ flakes: [] });
const onlyTemplate = factsOf({ flakes: [flakeOf("templates/rust", { role: "template" })] });

describeEachDatabase("the first adoption", (database) => {
  it("is the commit of the past that brought the first main flake, also when it went again", async () => {
    const db = database();
    const row = await givenRunningScan(db);
    await recordAnalysis(db, analysisOf(row, 9, { facts: withoutFlake }));
    await recordHistory(db, pastOf(row.repositoryId, [onlyTemplate, factsOf(), withoutFlake]));

    const adoption = { at: day(4), origin: "backfilled", isExact: true };
    expect(await findFirstAdoption(db, row.repositoryId)).toEqual(adoption);
    expect(await listFirstAdoptions(db, row.organizationId)).toEqual([
      { repositoryId: row.repositoryId, owner: "acme", name: "tool", ownerTeamIds: [], adoption },
    ]);
  });

  it("is a bound as long as no older state is known, and the scan that first saw it when one is", async () => {
    const db = database();
    const row = await givenRunningScan(db);

    await recordAnalysis(db, analysisOf(row, 4));
    const bound = await findFirstAdoption(db, row.repositoryId);
    const past = pastOf(row.repositoryId, [factsOf()], day(4));
    await recordHistory(db, { ...past, since: day(3) });
    const beginning = await findFirstAdoption(db, row.repositoryId);
    await recordHistory(db, pastOf(row.repositoryId, [withoutFlake], day(4)));
    const seen = await findFirstAdoption(db, row.repositoryId);

    expect(bound).toEqual({ at: day(4), origin: "observed", isExact: false });
    expect(beginning).toEqual({ at: day(3), origin: "backfilled", isExact: false });
    expect(seen).toEqual({ at: day(4), origin: "observed", isExact: true });
  });

  it("is exact in a repository that began with a flake, unless its past was cut", async () => {
    const db = database();
    const row = await givenRunningScan(db);
    await recordAnalysis(db, analysisOf(row, 9));

    await recordHistory(db, pastOf(row.repositoryId, [factsOf()]));
    const whole = await findFirstAdoption(db, row.repositoryId);
    await recordHistory(db, { ...pastOf(row.repositoryId, [factsOf()]), isPartial: true });
    const cut = await findFirstAdoption(db, row.repositoryId);

    expect(whole).toEqual({ at: day(3), origin: "backfilled", isExact: true });
    expect(cut).toEqual({ at: day(3), origin: "backfilled", isExact: false });
  });

  it("is nothing where there never was a main flake, and leaves forks out of the list", async () => {
    const db = database();
    const row = await givenRunningScan(db);
    await recordAnalysis(db, analysisOf(row, 3, { facts: onlyTemplate }));

    expect(await findFirstAdoption(db, row.repositoryId)).toBeNull();
    expect(await findFirstAdoption(db, "no-id")).toBeNull();

    await recordAnalysis(db, analysisOf(row, 4));
    await recordInventory(db, row.organizationId, [repositoryOf("tool", { isFork: true })], day(5));
    expect(await findFirstAdoption(db, row.repositoryId)).not.toBeNull();
    expect(await listFirstAdoptions(db, row.organizationId)).toEqual([]);
  });
});

/** A past of one state a day from 3 November on, the last one until the first observation. */
function pastOf(repositoryId: string, facts: readonly PastSnapshot["facts"][], observedFrom = day(9)) {
  const last = facts.length - 1;
  return {
    repositoryId,
    observedFrom,
    since: day(1),
    isPartial: false,
    snapshots: facts.map((held, index) => ({
      commit: `${index}`.repeat(40),
      committedAt: day(3 + index),
      validFrom: day(3 + index),
      validTo: index === last ? observedFrom : day(4 + index),
      facts: held,
    })),
    counted: { countedBy: "", spans: [], locks: [] },
    factsVersion,
    readBy: "[]",
    at: day(10),
  };
}
