import { describe, expect, it } from "vitest";
import { checks, findCheck } from "#lib/checks/registry.ts";
import { stages } from "#lib/model/stage.ts";
import { catalogue } from "./catalogue.ts";
import { resourcesForCheck, resourcesForStage } from "./resources-for.ts";

describe("the catalogue", () => {
  it("names every resource and every address once", () => {
    expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length);
    expect(new Set(catalogue.map(({ url }) => url)).size).toBe(catalogue.length);
  });

  it.each(checks)("teaches how to pass $id", ({ id }) => {
    expect(resourcesForCheck(id, catalogue)).not.toEqual([]);
  });

  it.each(stages)("teaches how to reach the stage %s without any step before it", (stage) => {
    expect(resourcesForStage(stage, catalogue).some(({ level }) => level !== "depth")).toBe(true);
  });

  it.each(catalogue)("$id is well formed and helps with something", (resource) => {
    expect(resource.id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
    expect(new URL(resource.url).protocol).toBe("https:");
    expect(resource.title.trim()).not.toBe("");
    expect(resource.summary).toMatch(/^[A-Z].{20,140}\.$/);
    expect(resource.minutes ?? 1).toBeGreaterThan(0);
    expect(resource.checks.length + resource.stages.length).toBeGreaterThan(0);
    expect(new Set(resource.checks).size).toBe(resource.checks.length);
  });
});

it("helps with checks that there are, and with every one of them", () => {
  const helped = new Set(catalogue.flatMap((resource) => resource.checks));

  expect([...helped].filter((id) => findCheck(id) === undefined)).toEqual([]);
  expect(checks.map((check) => check.id).filter((id) => !helped.has(id))).toEqual([]);
});
