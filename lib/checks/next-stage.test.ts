import { describe, expect, it } from "vitest";
import type { Stage } from "#lib/model/stage.ts";
import { nextStage } from "./next-stage.ts";

describe("nextStage", () => {
  it.each<[readonly Stage[], Stage | null]>([
    [[], "development"],
    [["packaging", "continuous-integration"], "development"],
    [["development"], "packaging"],
    [["development", "systems"], "continuous-integration"],
    [["development", "packaging"], "continuous-integration"],
    [["development", "packaging", "continuous-integration"], "distribution"],
    [["development", "packaging", "continuous-integration", "distribution"], "systems"],
    [["development", "packaging", "continuous-integration", "distribution", "systems"], null],
    [["development", "continuous-integration", "systems"], null],
    [["development", "continuous-integration", "distribution"], "packaging"],
  ])("after %j is %s", (reached, next) => {
    expect(nextStage(reached)).toBe(next);
  });
});
