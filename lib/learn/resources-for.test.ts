import { describe, expect, it } from "vitest";
import { catalogue } from "./catalogue.ts";
import { resourcesForCheck, resourcesForStage } from "./resources-for.ts";

const ids = (resources: readonly { readonly id: string }[]) => resources.map(({ id }) => id);

describe("resourcesForCheck", () => {
  it("begins with what helps this check before any other", () => {
    const [first, ...rest] = resourcesForCheck("updates-automated", catalogue);

    expect(first?.checks[0]).toBe("updates-automated");
    expect(ids(rest)).toContain("determinate-github-actions");
  });

  it("keeps the given order between those that help equally", () => {
    const helping = ids(resourcesForCheck("updates-automated", catalogue)).slice(0, 3);

    expect(helping).toEqual(["update-flake-lock", "dependabot-nix", "renovate-nix"]);
  });

  it("knows nothing for a check that no resource names", () => {
    expect(resourcesForCheck("__proto__", catalogue)).toEqual([]);
  });
});

describe("resourcesForStage", () => {
  it("begins with what is made for this stage alone", () => {
    expect(resourcesForStage("systems", catalogue)[0]?.stages).toEqual(["systems"]);
  });
});
