import { describe, expect, it } from "vitest";
import type { OwnershipClaims } from "#lib/model/facts.ts";
import type { Team, TeamPermission } from "#lib/model/team.ts";
import { decideOwnership } from "./decide-ownership.ts";

function team(slug: string, permission?: TeamPermission): Team {
  const repositories = permission === undefined ? [] : [{ providerId: "web", permission }];
  return { providerId: slug, slug, name: slug, description: null, parentSlug: null, repositories };
}

const evidence = { path: ".github/CODEOWNERS", line: 3 };
const none: OwnershipClaims = { settings: null, codeowners: null };

describe("decideOwnership", () => {
  it("asks the settings file before CODEOWNERS, and CODEOWNERS before permissions", () => {
    const teams = [team("data"), team("web-team"), team("platform", "admin")];
    const codeowners = { evidence, owners: ["@acme/web-team"] };

    expect(decideOwnership("web", { settings: ["data"], codeowners }, teams).teamSlugs).toEqual(["data"]);
    expect(decideOwnership("web", { settings: null, codeowners }, teams)).toEqual({
      rule: "codeowners",
      teamSlugs: ["web-team"],
      detail: ".github/CODEOWNERS line 3",
    });
    expect(decideOwnership("web", none, teams)).toMatchObject({ rule: "team-permission", teamSlugs: ["platform"] });
  });

  it("lets a rule that names only people, or unknown teams, pass on to the next", () => {
    const codeowners = { evidence, owners: ["@platform", "someone@example.com", "@acme/gone"] };

    const ownership = decideOwnership("web", { settings: null, codeowners }, [team("platform", "maintain")]);

    expect(ownership).toEqual({ rule: "team-permission", teamSlugs: ["platform"], detail: "maintain permission" });
  });

  it("takes a `*` rule without owners for an answer: nobody owns it", () => {
    const codeowners = { evidence, owners: [] };

    const ownership = decideOwnership("web", { settings: null, codeowners }, [team("platform", "admin")]);

    expect(ownership.rule).toBe("none");
    expect(ownership.detail).toContain(".github/CODEOWNERS line 3");
  });

  it("prefers admin to maintain, and never takes write for ownership", () => {
    const teams = [team("writers", "write"), team("maintainers", "maintain"), team("admins", "admin")];

    expect(decideOwnership("web", none, teams).teamSlugs).toEqual(["admins"]);
    expect(decideOwnership("web", none, [team("writers", "write")]).rule).toBe("none");
  });

  it("keeps several owners", () => {
    const codeowners = { evidence, owners: ["@acme/web", "@acme/data"] };

    expect(decideOwnership("web", { settings: null, codeowners }, [team("data"), team("web")]).teamSlugs).toEqual([
      "data",
      "web",
    ]);
  });
});
