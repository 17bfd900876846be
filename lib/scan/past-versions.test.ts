import { describe, expect, it } from "vitest";
import { pastVersions } from "./past-versions.ts";

const since = "2025-05-20T00:00:00.000Z";
const observedFrom = "2026-11-20T12:00:00.000Z";

function commit(name: string, committedAt: string) {
  return { commit: name, committedAt, entries: [] };
}

function validities(...[history, bounds]: Parameters<typeof pastVersions>) {
  return pastVersions(history, bounds).map(({ commit: name, validFrom, validTo }) => [name, validFrom, validTo]);
}

describe("pastVersions", () => {
  it("lets each commit hold until the next, the last one until the first observation", () => {
    const commits = [commit("a", "2026-01-01T08:00:00.000Z"), commit("b", "2026-02-01T08:00:00.000Z")];

    expect(validities({ commits, before: null }, { since, createdAt: null, observedFrom })).toEqual([
      ["a", "2026-01-01T08:00:00.000Z", "2026-02-01T08:00:00.000Z"],
      ["b", "2026-02-01T08:00:00.000Z", observedFrom],
    ]);
  });

  it("lets what stood before hold since the repository was created, and not before what was asked for", () => {
    const before = commit("old", "2020-01-01T00:00:00.000Z");
    const created = "2026-01-15T00:00:00.000Z";

    expect(validities({ commits: [], before }, { since, createdAt: created, observedFrom })).toEqual([
      ["old", created, observedFrom],
    ]);
    expect(validities({ commits: [], before }, { since, createdAt: "2019-01-01T00:00:00.000Z", observedFrom })).toEqual(
      [["old", since, observedFrom]],
    );
  });

  it("keeps the last commit of a day, and nothing from the first observation on", () => {
    const commits = [
      commit("morning", "2026-01-01T08:00:00.000Z"),
      commit("evening", "2026-01-01T20:00:00.000Z"),
      commit("tomorrow", "2026-11-21T00:00:00.000Z"),
    ];

    expect(validities({ commits, before: null }, { since, createdAt: null, observedFrom })).toEqual([
      ["evening", "2026-01-01T20:00:00.000Z", observedFrom],
    ]);
  });
});
