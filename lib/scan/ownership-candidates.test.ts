import { describe, expect, it } from "vitest";
import { defaultOwnershipSettings, type OwnershipSettings } from "#lib/model/ownership.ts";
import type { Team, TeamPermission } from "#lib/model/team.ts";
import type { CustomProperty } from "#lib/providers/source-provider.ts";
import { repositoryOf } from "#lib/store/testing/fixtures.ts";
import { createCandidateFinder } from "./ownership-candidates.ts";

function team(slug: string, permission: TeamPermission | null = null, parentSlug: string | null = null): Team {
  const repositories = permission === null ? [] : [{ providerId: "id-web", permission }];
  return { providerId: slug, slug, name: slug, description: null, parentSlug, repositories };
}

function property(name: string, ...values: readonly string[]): CustomProperty {
  return { owner: "Acme", name: "Web", property: name, values };
}

function candidatesOf(
  teams: readonly Team[],
  properties: readonly CustomProperty[] = [],
  settings: Partial<OwnershipSettings> = {},
) {
  const find = createCandidateFinder({
    login: "acme",
    teams,
    properties,
    settings: { ...defaultOwnershipSettings, ...settings },
  });
  return find(repositoryOf("web"));
}

describe("permission", () => {
  it("prefers admin to maintain, and never takes write for ownership", () => {
    const teams = [team("writers", "write"), team("maintainers", "maintain"), team("admins", "admin")];

    expect(candidatesOf(teams).permission).toEqual({
      rule: "team-permission",
      teamSlugs: ["admins"],
      detail: "admin permission",
    });
    expect(candidatesOf(teams.slice(0, 2)).permission?.detail).toBe("maintain permission");
    expect(candidatesOf(teams.slice(0, 1)).permission).toBeNull();
  });

  it("keeps several owners side by side", () => {
    expect(candidatesOf([team("b", "admin"), team("a", "admin")]).permission?.teamSlugs).toEqual(["a", "b"]);
  });

  it("takes the team that was given the permission, not those below that inherit it", () => {
    const teams = [team("backend", "admin", "platform"), team("platform", null, "all"), team("all", "admin")];

    expect(candidatesOf(teams).permission?.teamSlugs).toEqual(["all"]);
  });

  it("does not hang on teams that are each other's parent", () => {
    const teams = [team("a", "admin", "b"), team("b", null, "a")];

    expect(candidatesOf(teams).permission?.teamSlugs).toEqual(["a"]);
  });
});

describe("custom property", () => {
  it("takes the first property in the order of the settings that names a team", () => {
    const properties = [property("owner", "web"), property("team", "@acme/data")];

    expect(candidatesOf([team("web"), team("data")], properties).property).toEqual({
      rule: "custom-property",
      teamSlugs: ["data"],
      detail: "custom property team",
    });
    expect(candidatesOf([team("web")], properties).property?.detail).toBe("custom property owner");
  });

  it("takes several values for several owners, and people for none", () => {
    expect(candidatesOf([team("a"), team("b")], [property("team", "b", "a")]).property?.teamSlugs).toEqual(["a", "b"]);
    expect(candidatesOf([team("a")], [property("team", "@a", "jo@example.org")]).property).toBeNull();
  });
});

describe("mapping", () => {
  it("takes the first line whose pattern matches the whole name", () => {
    const mapping = [
      { repositories: "we", teamSlugs: ["a"] },
      { repositories: "W*", teamSlugs: ["b"] },
      { repositories: "*", teamSlugs: ["a"] },
    ];

    expect(candidatesOf([team("a"), team("b")], [], { mapping }).mapping).toEqual({
      rule: "organization-mapping",
      teamSlugs: ["b"],
      detail: "the organization's settings for W*",
    });
  });

  it("does not answer with a team that does not exist", () => {
    expect(candidatesOf([team("a")], [], { mapping: [{ repositories: "*", teamSlugs: ["gone"] }] }).mapping).toBeNull();
  });
});
