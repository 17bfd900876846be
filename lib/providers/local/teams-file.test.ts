import { describe, expect, it } from "vitest";
import { noTeamsFile, parseTeamsFile } from "./teams-file.ts";

const names = new Set(["infra", "website"]);
const parse = (source: string) => parseTeamsFile(source, "teams.yml", names);
const refusal = (source: string) => {
  try {
    parse(source);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return "accepted";
};

describe("parseTeamsFile", () => {
  it("takes every part as optional", () => {
    expect(parse("")).toEqual(noTeamsFile);
    expect(parse("teams: { platform: {} }").teams).toEqual({
      platform: { description: null, parent: null, repositories: {} },
    });
  });

  it("reads teams, permissions and what git does not hold", () => {
    const file = parse(`organization: { login: sample, name: Sample organization, sample: true }
teams:
  engineering: {}
  platform: { parent: engineering, repositories: { infra: admin } }
repositories:
  website: { archivedAt: 2026-03-01T01:00:00+01:00, fork: true, visibility: public, topics: [a, b] }
`);

    expect(file.organization).toEqual({ login: "sample", name: "Sample organization", sample: true });
    expect(file.teams.platform).toMatchObject({ parent: "engineering", repositories: { infra: "admin" } });
    expect(file.repositories.website).toEqual({
      archivedAt: "2026-03-01T00:00:00.000Z",
      createdAt: null,
      description: null,
      fork: true,
      properties: {},
      topics: ["a", "b"],
      visibility: "public",
    });
  });

  it("lists all problems at once, each with its line and what would fit", () => {
    const message = refusal(`teams:
  platform:
    repositories:
      infra: owner
    colour: red
repositories:
  website:
    archivedAt: yesterday
    topics: nix
`);

    expect(message).toMatch(/^teams\.yml has 4 problems: /);
    expect(message).toContain(
      "line 4: teams.platform.repositories.infra must be one of admin, maintain, write, triage, read",
    );
    expect(message).toContain("line 2: teams.platform does not know colour");
    expect(message).toContain("line 8: repositories.website.archivedAt must be a moment such as 2026-03-01T00:00:00Z");
    expect(message).toContain("line 9: repositories.website.topics must be a list");
    expect(message).toMatch(/Mend the file and scan again\.$/);
  });

  it("refuses a parent that is no team, and a team that is its own ancestor", () => {
    expect(refusal("teams:\n  a: { parent: b }\n")).toContain("line 2: teams.a.parent names b, which is no team");
    expect(refusal("teams:\n  a: { parent: a }\n")).toContain("line 2: teams.a.parent makes the team its own ancestor");
    expect(refusal("teams:\n  a: { parent: b }\n  b: { parent: c }\n  c: { parent: b }\n")).toMatch(
      /2 problems: line 3: teams\.b\.parent makes .*; line 4: teams\.c\.parent makes/,
    );
  });

  it("refuses repositories that are not in the folder, which are misspelt more often than missing", () => {
    expect(refusal("teams:\n  a:\n    repositories: { infar: admin }\n")).toContain(
      "line 3: teams.a.repositories.infar is no repository of the folder",
    );
    expect(refusal("repositories:\n  infar: {}\n")).toContain("line 2: repositories.infar is no repository");
  });

  it("refuses what is not YAML, or no mapping", () => {
    expect(refusal("teams: [")).toMatch(/^teams\.yml has a problem: /);
    expect(refusal("- a\n- b\n")).toContain("line 1: must be a mapping");
  });

  it("is not harmed by prototype keys or by aliases that multiply", () => {
    const multiplying = `a: &a [${"x,".repeat(50)}]\nb: &b [${"*a,".repeat(50)}]\nc: [${"*b,".repeat(50)}]\n`;

    expect(refusal(multiplying)).not.toBe("accepted");
    expect(refusal("teams:\n  __proto__: { parent: a }\n  constructor: {}\n")).toBe("accepted");
    expect({}).not.toHaveProperty("parent");
    expect(refusal("teams:\n  a: { parent: constructor }\n")).toContain("names constructor, which is no team");
  });
});
