import { expect, it } from "vitest";
import { factsVersion } from "#lib/model/facts.ts";
import { recordAnalyses, recordFailure, recordUnchanged } from "./analysis.ts";
import type { Database } from "./database.ts";
import { recordInventory } from "./record-inventory.ts";
import { findRepository, listRepositorySummaries } from "./repositories.ts";
import { listRepositoryEvents } from "./repository-events.ts";
import { findScan, listScanRows } from "./scans.ts";
import { listOpenFacts, listOpenSnapshots } from "./snapshots.ts";
import {
  analysisOf,
  day,
  factsOf,
  findingOf,
  flakeOf,
  givenRunningScan,
  inputOf,
  lockNodeOf,
  recordAnalysis,
  repositoryOf,
} from "./testing/fixtures.ts";
import { describeEachDatabase } from "./testing/open-test-databases.ts";

const otherCommit = "c".repeat(40);

async function readState(db: Database, organizationId: string) {
  const [repository] = await listRepositorySummaries(db, organizationId);
  const detail = await findRepository(db, organizationId, "acme", repository?.name ?? "");
  if (detail === null) throw new Error("The repository is gone.");
  return detail;
}

describeEachDatabase("recordAnalysis", (database) => {
  it("records snapshot, flakes, inputs, lock nodes, findings and the scan's row together", async () => {
    const db = database();
    const row = await givenRunningScan(db);

    await recordAnalysis(db, analysisOf(row, 3));

    const detail = await readState(db, row.organizationId);
    expect(detail.snapshot).toEqual({
      commit: "a".repeat(40),
      committedAt: day(2),
      validFrom: day(3),
      validTo: null,
      readAt: day(3),
      origin: "observed",
      facts: factsOf(),
    });
    expect(detail.findings).toEqual([{ ...findingOf("inputs-fresh"), since: day(3) }]);
    expect(await listScanRows(db, row.scanId, { limit: 10 })).toEqual([
      { fullName: "acme/tool", repositoryId: row.repositoryId, state: "read", failure: null, finishedAt: day(3) },
    ]);
    const inputs = await db.client.input.findMany({
      where: { flake: { snapshot: { repositoryId: row.repositoryId } } },
      select: { upstream: true, ref: true, revision: true, nodeLabel: true, lastModified: true },
    });
    expect(inputs).toEqual([
      {
        upstream: "github:nixos/nixpkgs",
        ref: "nixos-unstable",
        revision: "b".repeat(40),
        nodeLabel: "nixpkgs",
        lastModified: new Date(1_760_000_000_000),
      },
    ]);
  });

  it("changes nothing when the same analysis is recorded twice", async () => {
    const db = database();
    const row = await givenRunningScan(db);
    await recordAnalysis(db, analysisOf(row, 3));
    const before = await readState(db, row.organizationId);

    await recordAnalysis(db, analysisOf(row, 3));

    expect(await readState(db, row.organizationId)).toEqual(before);
    expect((await findScan(db, row.scanId))?.counts).toMatchObject({ read: 1, withFlake: 1 });
  });

  it("closes the old snapshot at the moment at which the new one opens", async () => {
    const db = database();
    const row = await givenRunningScan(db);
    await recordAnalysis(db, analysisOf(row, 3));

    await recordAnalysis(db, analysisOf(row, 5, { commit: otherCommit }));

    const { history } = await readState(db, row.organizationId);
    expect(history.map(({ commit, validFrom, validTo }) => ({ commit, validFrom, validTo }))).toEqual([
      { commit: otherCommit, validFrom: day(5), validTo: null },
      { commit: "a".repeat(40), validFrom: day(3), validTo: day(5) },
    ]);
  });

  it("keeps the order of snapshots when the clock was set back", async () => {
    const db = database();
    const row = await givenRunningScan(db);
    await recordAnalysis(db, analysisOf(row, 5));

    await recordAnalysis(db, analysisOf(row, 3, { commit: otherCommit }));

    const { history } = await readState(db, row.organizationId);
    expect(history.map(({ validFrom, validTo }) => ({ validFrom, validTo }))).toEqual([
      { validFrom: "2026-11-05T00:00:00.001Z", validTo: null },
      { validFrom: day(5), validTo: "2026-11-05T00:00:00.001Z" },
    ]);
  });

  it("replaces the facts of the same commit in place when they were read better", async () => {
    const db = database();
    const row = await givenRunningScan(db);
    await recordAnalysis(db, analysisOf(row, 3, { facts: factsOf({ isComplete: false, flakes: [] }) }));

    await recordAnalysis(db, analysisOf(row, 4));

    const { snapshot, history } = await readState(db, row.organizationId);
    expect(history).toHaveLength(1);
    expect(snapshot).toMatchObject({ validFrom: day(3), readAt: day(4), facts: factsOf() });
    expect((await listRepositorySummaries(db, row.organizationId))[0]?.snapshot).toMatchObject({
      isComplete: true,
      flakes: [{ directory: ".", role: "main" }],
    });
  });

  it("keeps the tally of the last judgement", async () => {
    const db = database();
    const row = await givenRunningScan(db);
    const inputs = { directInputs: 3, internalInputs: 1, unclearInputs: 0, inputLockedDays: [20_000, 20_400] };
    const tally = { askedBy: "all", mainFlakes: 2, cacheClass: "none", ...inputs } as const;
    const readTally = async () => (await listRepositorySummaries(db, row.organizationId))[0]?.tally;

    expect(await readTally()).toBeNull();
    await recordAnalysis(db, analysisOf(row, 3, { tally }));
    expect(await readTally()).toEqual(tally);
    const judgement = { headCommit: "a".repeat(40), findings: [], ownership: null, at: day(6) };
    await recordUnchanged(db, [{ ...row, ...judgement, tally: { ...tally, cacheClass: "private" } }]);
    expect(await readTally()).toEqual({ ...tally, cacheClass: "private" });
  });

  it("takes a tally of another version for none", async () => {
    const db = database();
    const row = await givenRunningScan(db);
    await db.client.repository.update({ where: { id: row.repositoryId }, data: { tally: { mainFlakes: 2 } } });

    expect((await listRepositorySummaries(db, row.organizationId))[0]?.tally).toBeNull();
  });

  it("keeps `since` while the outcome stays, moves it when it changes, and drops what is gone", async () => {
    const db = database();
    const row = await givenRunningScan(db);
    const findings = [findingOf("inputs-fresh"), findingOf("lock-present"), findingOf("cache-configured")];
    await recordAnalysis(db, analysisOf(row, 3, { findings }));

    const later = [
      findingOf("inputs-fresh", { summary: "older" }),
      findingOf("lock-present", { outcome: "not-applicable" }),
    ];
    const judgement = { headCommit: "a".repeat(40), findings: later, tally: null, ownership: null, at: day(6) };
    await recordUnchanged(db, [{ ...row, ...judgement }]);

    const detail = await readState(db, row.organizationId);
    expect(
      detail.findings.map(({ checkId, outcome, summary, since }) => ({ checkId, outcome, summary, since })),
    ).toEqual([
      { checkId: "inputs-fresh", outcome: "fail", summary: "older", since: day(3) },
      { checkId: "lock-present", outcome: "not-applicable", summary: findingOf("x").summary, since: day(6) },
    ]);
    expect(detail.snapshot?.readAt).toBe(day(3));
    expect((await findScan(db, row.scanId))?.counts).toMatchObject({ read: 0, unchanged: 1, withFlake: 1 });
  });

  it("leaves snapshot and findings alone when a repository fails", async () => {
    const db = database();
    const row = await givenRunningScan(db);
    await recordAnalysis(db, analysisOf(row, 3));
    const before = await readState(db, row.organizationId);

    await recordFailure(db, { ...row, failure: { code: "forbidden", message: "No access." }, at: day(4) });
    await recordFailure(db, {
      ...row,
      fullName: "acme/hidden",
      repositoryId: null,
      failure: { code: "timeout", message: "Too slow." },
      at: day(4),
    });

    expect(await readState(db, row.organizationId)).toEqual(before);
    expect(await listScanRows(db, row.scanId, { state: "failed", limit: 10 })).toMatchObject([
      { fullName: "acme/hidden", repositoryId: null, failure: { code: "timeout", message: "Too slow." } },
      { fullName: "acme/tool", failure: { code: "forbidden", message: "No access." } },
    ]);
  });

  it("leaves nothing behind when its last step fails", async () => {
    const db = database();
    const row = await givenRunningScan(db);
    await recordAnalysis(db, analysisOf(row, 3));
    const before = await readState(db, row.organizationId);
    const noSuchScan = "00000000-0000-4000-8000-000000000000";

    const broken = recordAnalysis(
      db,
      analysisOf({ ...row, scanId: noSuchScan }, 5, { commit: otherCommit, findings: [] }),
    );

    await expect(broken).rejects.toThrow();
    expect(await readState(db, row.organizationId)).toEqual({ ...before, headCommit: otherCommit });
  });

  it("says that the repository is gone when its organization was removed meanwhile", async () => {
    const db = database();
    const row = await givenRunningScan(db);
    await db.client.organization.delete({ where: { id: row.organizationId }, select: { id: true } });

    await expect(recordAnalysis(db, analysisOf(row, 3))).rejects.toMatchObject({ code: "not-found" });
  });

  it("records many repositories at once, also two readings of the same one", async () => {
    const db = database();
    const row = await givenRunningScan(db);

    await Promise.all(
      Array.from({ length: 8 }, (_, index) => recordAnalysis(db, analysisOf(row, 3, { commit: String(index % 2) }))),
    );

    const { history } = await readState(db, row.organizationId);
    expect(history.filter(({ validTo }) => validTo === null)).toHaveLength(1);
    expect((await listOpenSnapshots(db, [row.repositoryId])).get(row.repositoryId)?.factsVersion).toBe(factsVersion);
  });
});

describeEachDatabase("recordAnalyses", (database) => {
  it("keeps what belongs to each repository apart, and writes all of them or none", async () => {
    const db = database();
    const one = await givenRunningScan(db, "one");
    const other = await givenRunningScan(db, "other");
    const analyses = [
      analysisOf(one, 3, { facts: factsOf({ flakes: [flakeOf("nix")] }), findings: [findingOf("lock-present")] }),
      analysisOf(other, 4, { findings: [findingOf("inputs-fresh")] }),
    ];
    const gone = analysisOf({ ...other, repositoryId: "00000000-0000-0000-0000-000000000000" }, 4);

    await expect(recordAnalyses(db, [...analyses, gone])).rejects.toMatchObject({ code: "not-found" });
    expect((await readState(db, one.organizationId)).snapshot).toBeNull();
    await recordAnalyses(db, analyses);

    const [first, second] = [await readState(db, one.organizationId), await readState(db, other.organizationId)];
    expect(first.snapshot?.facts?.flakes.map(({ directory }) => directory)).toEqual(["nix"]);
    expect(first.findings.map(({ checkId, since }) => [checkId, since])).toEqual([["lock-present", day(3)]]);
    expect(second.snapshot).toMatchObject({ commit: "a".repeat(40), validFrom: day(4) });
    expect(second.findings.map(({ checkId, since }) => [checkId, since])).toEqual([["inputs-fresh", day(4)]]);
  });
});

describeEachDatabase("a head that moves while its repository is read", (database) => {
  it("stands: what was read or judged of the one before is passed over, with its line in the scan", async () => {
    const db = database();
    const row = await givenRunningScan(db);
    const newer = repositoryOf("tool", { headCommit: otherCommit });
    await recordInventory(db, row.organizationId, [newer], day(4));
    await recordAnalyses(db, [analysisOf({ ...row, scanId: null }, 4, { commit: otherCommit })]);
    const before = await readState(db, row.organizationId);

    const older = analysisOf(row, 3, { findings: [findingOf("lock-present")] });
    expect(await recordAnalyses(db, [older])).toEqual([row.repositoryId]);
    expect(await recordUnchanged(db, [older])).toEqual([row.repositoryId]);

    expect(await readState(db, row.organizationId)).toEqual(before);
    expect(await listScanRows(db, row.scanId, { limit: 10 })).toEqual([]);
  });

  it("stands against a page of an inventory that was asked for before, unless a clock was wrong by hours", async () => {
    const db = database();
    const row = await givenRunningScan(db);
    const seen = "2026-11-04T10:00:00.000Z";
    const newer = repositoryOf("tool", { headCommit: otherCommit, name: "renamed" });
    await recordInventory(db, row.organizationId, [newer], seen);
    const headOf = async () =>
      (await listRepositorySummaries(db, row.organizationId)).map(({ headCommit }) => headCommit);

    const ids = await recordInventory(db, row.organizationId, [repositoryOf("tool")], "2026-11-04T09:59:00.000Z");
    expect([...ids.values()]).toEqual([row.repositoryId]);
    expect(await headOf()).toEqual([otherCommit]);
    expect(await listRepositoryEvents(db, row.repositoryId)).toMatchObject([{ kind: "renamed", at: seen }]);

    await recordInventory(db, row.organizationId, [repositoryOf("tool")], "2026-11-04T06:00:00.000Z");
    expect(await headOf()).toEqual(["a".repeat(40)]);
  });
});

describeEachDatabase("recordAnalysis of hostile content", (database) => {
  it("takes NUL, lone surrogates, prototype keys and enormous texts from a repository", async () => {
    const db = database();
    const row = await givenRunningScan(db);
    const huge = "x".repeat(3_000_000);
    const nasty = "a\u0000b\ud800c\\u0000";
    const attributes = JSON.parse('{"type":"github","owner":"o","repo":"r","__proto__":"polluted","constructor":"y"}');
    const input = inputOf(nasty, { ref: attributes, declaredUrl: nasty, node: { known: true, value: huge } });
    const node = lockNodeOf(`${huge}1`, { locked: { attributes, lastModified: { known: true, value: 1e300 } } });
    const lock = { status: "ok", version: 1e300, nodes: [node, lockNodeOf(`${huge}2`)], drift: null } as const;
    const flakes = [
      flakeOf(nasty, { description: huge, inputs: [input, inputOf("__proto__"), inputOf("__proto__")], lock }),
    ];
    const findings = [
      findingOf("inputs-fresh", { subject: `./${huge}`, summary: nasty, evidence: [{ path: nasty }] }),
      findingOf("inputs-fresh", { subject: `./${huge}!`, summary: huge }),
    ];

    await recordAnalysis(db, analysisOf(row, 3, { facts: factsOf({ flakes }), findings }));
    await recordFailure(db, {
      ...row,
      fullName: huge,
      repositoryId: null,
      failure: { code: "parse", message: nasty },
      at: day(3),
    });

    const detail = await readState(db, row.organizationId);
    const stored = detail.snapshot?.facts?.flakes[0];
    expect(stored?.directory).toBe("a\ufffdb\ufffdc\\u0000");
    expect(stored?.inputs[0]?.node).toEqual({ known: true, value: huge });
    expect(stored?.inputs[0]?.ref).toMatchObject({ owner: "o" });
    expect(Object.getPrototypeOf(stored?.inputs[0]?.ref)).toBe(Object.prototype);
    expect(detail.findings.map(({ summary }) => summary).sort()).toEqual(["a\ufffdb\ufffdc\\u0000", huge]);
    expect(await db.client.lockNode.count({ where: { flake: { snapshot: { repositoryId: row.repositoryId } } } })).toBe(
      2,
    );
  });

  it("finds the facts of every open snapshot, and leaves out documents that it cannot read", async () => {
    const db = database();
    const row = await givenRunningScan(db);
    await recordAnalysis(db, analysisOf(row, 3));
    const read = async () => {
      const documents = [];
      for await (const { facts } of listOpenFacts(db, [row.repositoryId])) documents.push(facts);
      return documents;
    };
    expect(await read()).toEqual([factsOf()]);

    await db.client.snapshot.updateMany({ where: { repositoryId: row.repositoryId }, data: { facts: { version: 0 } } });

    expect(await read()).toEqual([]);
    expect((await readState(db, row.organizationId)).snapshot?.facts).toBeNull();
  });
});
