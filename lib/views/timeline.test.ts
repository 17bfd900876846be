import { describe, expect, it } from "vitest";
import type { PastInputs } from "#lib/store/past-inputs.ts";
import { timelineItems } from "./timeline.ts";

function past(day: string, flakes: Readonly<Record<string, Readonly<Record<string, string>>>>): PastInputs {
  return {
    commit: day,
    validFrom: `${day}T00:00:00.000Z`,
    origin: "backfilled",
    flakes: Object.entries(flakes).map(([directory, inputs]) => ({
      directory,
      inputs: Object.entries(inputs).map(([name, revision]) => ({ name, revision })),
    })),
  };
}

const words = (...args: Parameters<typeof timelineItems>) => timelineItems(...args).map(({ changes }) => changes);

describe("timelineItems", () => {
  it("tells of each commit what it did to flakes and inputs, and leaves out those that did nothing", () => {
    const life = [
      past("2026-05-01", { ".": { nixpkgs: "c" }, nix: {} }),
      past("2026-04-01", { ".": { nixpkgs: "b" } }),
      past("2026-03-01", { ".": { nixpkgs: "a", "flake-utils": "x" } }),
      past("2026-02-01", {}),
      past("2026-01-01", {}),
    ];

    expect(words(life, true, [], null)).toEqual([
      ["Added nix/flake.nix", "Updated nixpkgs"],
      ["Updated nixpkgs", "Removed the input flake-utils"],
      ["Adopted Nix with flake.nix"],
      ["First read, without a flake"],
    ]);
  });

  it("keeps the newest commit though it changed nothing, and says nothing of the oldest when more lies behind it", () => {
    const life = [past("2026-02-01", { ".": {} }), past("2026-01-01", { ".": {} })];

    expect(words(life, false, [], null)).toEqual([["Nothing changed in its flakes"]]);
  });

  it("tells once of a commit that was rebuilt and then seen", () => {
    const rebuilt = past("2026-01-01", { ".": {} });
    const seen = { ...rebuilt, validFrom: "2026-02-01T00:00:00.000Z", origin: "observed" } as const;

    expect(timelineItems([seen, rebuilt], true, [], null)).toMatchObject([
      { at: rebuilt.validFrom, changes: ["First read, with flake.nix"] },
    ]);
  });

  it("puts what became of the repository between the commits", () => {
    const renamed = { kind: "renamed", at: "2026-01-15T00:00:00.000Z", before: "shop", after: "store" } as const;
    const life = [past("2026-02-01", {}), past("2026-01-01", {})];

    expect(words(life, true, [renamed], null)).toEqual([
      ["Nothing changed in its flakes"],
      ["Renamed from shop to store"],
      ["First read, without a flake"],
    ]);
  });
});
