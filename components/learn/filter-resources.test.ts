import { describe, expect, it } from "vitest";
import type { ResourceItem } from "#lib/views/learn.ts";
import { filterResources, shelve, shortened } from "./filter-resources.ts";

function item(id: string, parts: Partial<ResourceItem> = {}): ResourceItem {
  return {
    id,
    title: id,
    url: `https://learn.example/${id}`,
    host: "learn.example",
    kind: "guide",
    level: "practice",
    theme: "caches",
    summary: "Do it.",
    minutes: null,
    isOwn: false,
    isPinned: false,
    checks: [],
    ...parts,
  };
}

const all = { text: "", theme: null, level: null, kind: null };
const titles = new Map([["private-cache-used", "A private cache is used"]]);
const ids = (items: readonly ResourceItem[]) => items.map(({ id }) => id);

const resources = [
  item("Cachix", {
    host: "docs.cachix.org",
    checks: ["private-cache-used"],
  }),
  item("Agenix", { theme: "secrets", kind: "tool", level: "depth" }),
  item("Attic", { level: "depth", summary: "Host a cache yourself." }),
];

describe("filterResources", () => {
  it("looks for every word in title, summary, host and checks", () => {
    expect(ids(filterResources(resources, titles, { ...all, text: "PRIVATE cachix.org" }))).toEqual(["Cachix"]);
    expect(ids(filterResources(resources, titles, { ...all, text: "cache" }))).toEqual(["Cachix", "Attic"]);
    expect(ids(filterResources(resources, titles, { ...all, text: "private-cache-used" }))).toEqual(["Cachix"]);
  });

  it("keeps what fits every choice", () => {
    expect(ids(filterResources(resources, titles, { ...all, theme: "caches", level: "depth" }))).toEqual(["Attic"]);
    expect(ids(filterResources(resources, titles, { ...all, kind: "tool" }))).toEqual(["Agenix"]);
  });

  it("keeps nothing for a choice that does not exist", () => {
    expect(filterResources(resources, titles, { ...all, theme: "weather" })).toEqual([]);
  });
});

describe("shelve", () => {
  it("puts the theme of the most needed resource first, and levels from first steps to depth", () => {
    const [first, second, ...rest] = shelve([...resources.slice(1), ...resources.slice(0, 1)]);

    expect(first?.theme).toBe("secrets");
    expect(second?.levels.map(({ level, resources: shelved }) => [level, ids(shelved)])).toEqual([
      ["practice", ["Cachix"]],
      ["depth", ["Attic"]],
    ]);
    expect(rest).toEqual([]);
  });
});

describe("shortened", () => {
  it("keeps three of each level, and whatever the organization added or pinned", () => {
    const many = ["a", "b", "c", "d"].map((id) => item(id));
    const [shelf] = shelve([...many, item("ours", { isOwn: true }), item("pinned", { isPinned: true })]);
    const short = shelf === undefined ? undefined : shortened(shelf);

    expect(short?.shelf.levels.map(({ resources: kept }) => ids(kept))).toEqual([["a", "b", "c", "ours", "pinned"]]);
    expect(short?.left).toBe(1);
  });
});
