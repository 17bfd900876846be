import { describe, expect, it } from "vitest";
import type { OfferedResource } from "#lib/model/resource.ts";
import { catalogue } from "./catalogue.ts";
import { offerResources } from "./offer-resources.ts";
import { type LearningNeed, rankResources } from "./rank-resources.ts";

const offered = offerResources(catalogue, { own: [], choices: new Map() });

const nothing: LearningNeed = { failing: [], nextStages: [] };

function resource(id: string, parts: Partial<OfferedResource>): OfferedResource {
  return {
    id,
    title: id,
    url: `https://learn.example/${id}`,
    kind: "guide",
    level: "practice",
    theme: "adoption",
    stages: [],
    checks: [],
    summary: "Do it.",
    minutes: 5,
    isOwn: false,
    isPinned: false,
    ...parts,
  };
}

function order(resources: readonly OfferedResource[], need: Partial<LearningNeed>): readonly string[] {
  return [...rankResources(resources, { ...nothing, ...need })].map((ranked) => ranked.resource.id);
}

describe("rankResources", () => {
  it("weighs severity before it counts repositories", () => {
    const resources = [resource("advised", { checks: ["a"] }), resource("grave", { checks: ["b"] })];

    const failing = [
      { checkId: "a", severity: "advice", repositories: 3, beginners: 0 },
      { checkId: "b", severity: "error", repositories: 1, beginners: 0 },
    ] as const;

    expect(order(resources, { failing })).toEqual(["grave", "advised"]);
  });

  it("puts what helps more repositories first where fails are equally grave", () => {
    const resources = [resource("few", { checks: ["a"] }), resource("many", { checks: ["b"] })];

    const failing = [
      { checkId: "a", severity: "warning", repositories: 3, beginners: 0 },
      { checkId: "b", severity: "warning", repositories: 4, beginners: 0 },
    ] as const;

    expect(order(resources, { failing })).toEqual(["many", "few"]);
  });

  it("helps with two things before it helps twice with one", () => {
    const resources = [
      resource("first", { checks: ["a"] }),
      resource("again", { checks: ["a"] }),
      resource("other", { checks: ["b"] }),
    ];

    const failing = [
      { checkId: "a", severity: "warning", repositories: 5, beginners: 0 },
      { checkId: "b", severity: "warning", repositories: 3, beginners: 0 },
    ] as const;

    expect(order(resources, { failing })).toEqual(["first", "other", "again"]);
  });

  it("prefers what is made for a check over what helps it besides", () => {
    const resources = [resource("besides", { checks: ["x", "a"] }), resource("made", { checks: ["a"] })];

    expect(order(resources, { failing: [{ checkId: "a", severity: "error", repositories: 1, beginners: 0 }] })).toEqual(
      ["made", "besides"],
    );
  });

  it("gives first steps to those who begin, and not to those who are under way", () => {
    const resources = [
      resource("deep", { level: "depth", stages: ["development"] }),
      resource("practice", { level: "practice", stages: ["development"] }),
      resource("start", { level: "start", stages: ["development"] }),
    ];
    const next = (beginners: number) => [{ stage: "development", repositories: 4, beginners }] as const;

    expect(order(resources, { nextStages: next(4) })).toEqual(["start", "practice", "deep"]);
    expect(order(resources, { nextStages: next(0) })).toEqual(["practice", "start", "deep"]);
  });

  it("puts pinned resources first, and what nothing needs last, from first steps to depth", () => {
    const resources = [
      resource("deep", { level: "depth" }),
      resource("start", { level: "start" }),
      resource("needed", { checks: ["a"] }),
      resource("pinned", { isPinned: true }),
    ];

    expect(
      order(resources, { failing: [{ checkId: "a", severity: "advice", repositories: 1, beginners: 0 }] }),
    ).toEqual(["pinned", "needed", "start", "deep"]);
  });

  it("says for every resource what it helps with, the weightiest first", () => {
    const [ranked] = rankResources([resource("one", { checks: ["a", "b"], stages: ["packaging"] })], {
      failing: [
        { checkId: "a", severity: "advice", repositories: 2, beginners: 0 },
        { checkId: "b", severity: "error", repositories: 2, beginners: 0 },
        { checkId: "c", severity: "error", repositories: 9, beginners: 0 },
      ],
      nextStages: [{ stage: "packaging", repositories: 1, beginners: 0 }],
    });

    expect(ranked?.reasons).toEqual([
      { kind: "check", checkId: "b", repositories: 2 },
      { kind: "check", checkId: "a", repositories: 2 },
      { kind: "stage", stage: "packaging", repositories: 1 },
    ]);
  });

  it("ranks the whole catalogue once each, and gives no reason where nothing is lacking", () => {
    const ranked = [...rankResources(offered, nothing)];

    expect(new Set(ranked.map(({ resource: { id } }) => id)).size).toBe(catalogue.length);
    expect(ranked.every(({ reasons }) => reasons.length === 0)).toBe(true);
  });

  it("names update-flake-lock first where nothing updates the inputs", () => {
    const failing = [
      { checkId: "updates-automated", severity: "warning", repositories: 6, beginners: 0 },
      { checkId: "inputs-fresh", severity: "warning", repositories: 8, beginners: 0 },
    ] as const;

    expect(order(offered, { failing })[0]).toBe("update-flake-lock");
  });
});
