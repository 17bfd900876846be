import { describe, expect, it } from "vitest";
import { boxHeight } from "../graph-picture.ts";
import { ownFlakes } from "./own-flakes.ts";
import { placeLayers } from "./place-layers.ts";

const links = [
  { from: "modules", to: "base" },
  { from: "shop", to: "modules" },
  { from: "shop", to: "base" },
  { from: "ring-a", to: "ring-b" },
  { from: "ring-b", to: "ring-a" },
  { from: "app", to: "ring-a" },
];

describe("ownFlakes", () => {
  it("counts who is affected through any number of steps, each once", () => {
    const flakes = ownFlakes(links);

    expect([...(flakes.get("base")?.affected ?? [])].sort()).toEqual(["modules", "shop"]);
    expect(flakes.get("shop")).toMatchObject({ uses: ["modules", "base"], usedBy: [], circle: [] });
  });

  it("finds a circle, and does not take for one what only leads into it", () => {
    const flakes = ownFlakes(links);

    expect(flakes.get("ring-a")?.circle).toEqual(["ring-b"]);
    expect(flakes.get("app")?.circle).toEqual([]);
    expect([...(flakes.get("ring-b")?.affected ?? [])].sort()).toEqual(["app", "ring-a", "ring-b"]);
  });
});

describe("placeLayers", () => {
  it("puts each to the right of all that it uses, but in a circle, and no two on one place", () => {
    const flakes = [...ownFlakes(links).values()];
    const places = placeLayers(flakes);
    const x = (id: string) => places.get(id)?.x ?? Number.NaN;

    for (const { id, uses, circle } of flakes) {
      for (const use of uses) if (!circle.includes(use)) expect(x(id)).toBeGreaterThan(x(use));
    }
    expect(new Set([...places.values()].map((place) => `${place.x} ${place.y}`)).size).toBe(flakes.length);
  });

  it("keeps 300 repositories that use the same in one column", () => {
    const users = Array.from({ length: 300 }, (_, index) => ({ id: `user-${index}`, uses: ["base"] }));
    const places = placeLayers([{ id: "base", uses: [] }, ...users]);

    expect(new Set([...places.values()].map(({ x }) => x)).size).toBe(2);
    expect(Math.max(...[...places.values()].map(({ y }) => y))).toBeGreaterThan(299 * boxHeight);
  });
});
