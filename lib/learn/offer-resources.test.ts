import { describe, expect, it } from "vitest";
import type { Resource, ResourceChoice } from "#lib/model/resource.ts";
import { catalogue } from "./catalogue.ts";
import { hiddenResources, offerResources } from "./offer-resources.ts";

const own: Resource = {
  id: "own-1",
  title: "How we do Nix",
  url: "https://wiki.example/nix",
  kind: "guide",
  level: "start",
  theme: "knowledge",
  stages: [],
  checks: ["flake-present"],
  summary: "Start with our own template.",
  minutes: 5,
};

const choices = new Map<string, ResourceChoice>([
  ["zero-to-nix", "hidden"],
  ["agenix", "pinned"],
  ["long-gone", "pinned"],
]);

describe("offerResources", () => {
  it("puts what is pinned first, then the organization's own, and leaves out what is hidden", () => {
    const offered = offerResources(catalogue, { own: [own], choices });

    expect(offered.slice(0, 2).map(({ id, isOwn, isPinned }) => ({ id, isOwn, isPinned }))).toEqual([
      { id: "agenix", isOwn: false, isPinned: true },
      { id: "own-1", isOwn: true, isPinned: false },
    ]);
    expect(offered.map(({ id }) => id)).not.toContain("zero-to-nix");
    expect(offered).toHaveLength(catalogue.length);
  });

  it("offers the catalogue as it is where nobody has chosen anything", () => {
    const offered = offerResources(catalogue, { own: [], choices: new Map() });

    expect(offered.map(({ id }) => id)).toEqual(catalogue.map(({ id }) => id));
  });
});

describe("hiddenResources", () => {
  it("are those that exist and are hidden", () => {
    expect(hiddenResources(catalogue, { own: [own], choices }).map(({ id }) => id)).toEqual(["zero-to-nix"]);
  });
});
