import { describe, expect, it } from "vitest";
import type { OwnershipClaims } from "#lib/model/facts.ts";
import type { OwnershipCandidates } from "#lib/model/ownership.ts";
import type { Ownership, OwnershipRule } from "#lib/model/team.ts";
import { decideOwnership } from "./decide-ownership.ts";

const evidence = { path: ".github/CODEOWNERS", line: 3 };
const noClaims: OwnershipClaims = { settings: null, codeowners: null };
const nobody: OwnershipCandidates = { mapping: null, property: null, permission: null };

function candidate(rule: OwnershipRule, ...teamSlugs: readonly string[]): Ownership {
  return { rule, teamSlugs, detail: rule };
}

function decide(
  claims: Partial<OwnershipClaims> | null,
  candidates: Partial<OwnershipCandidates> = {},
  login = "acme",
) {
  const teams = { login, slugs: new Set(["data", "web", "platform"]) };
  return decideOwnership(claims && { ...noClaims, ...claims }, { ...nobody, ...candidates }, teams);
}

describe("decideOwnership", () => {
  it("asks the rules in their order: settings file, mapping, property, CODEOWNERS, permission", () => {
    const codeowners = { evidence, owners: ["@acme/web"] };
    const mapping = candidate("organization-mapping", "data");
    const property = candidate("custom-property", "data");
    const permission = candidate("team-permission", "platform");

    const rules = [
      decide({ settings: ["data"], codeowners }, { mapping, property, permission }),
      decide({ codeowners }, { mapping, property, permission }),
      decide({ codeowners }, { property, permission }),
      decide({ codeowners }, { permission }),
      decide(noClaims, { permission }),
      decide(noClaims),
    ].map(({ rule }) => rule);

    expect(rules).toEqual([
      "settings-file",
      "organization-mapping",
      "custom-property",
      "codeowners",
      "team-permission",
      "none",
    ]);
  });

  it("names the place in CODEOWNERS that decided", () => {
    expect(decide({ codeowners: { evidence, owners: ["@acme/web", "@acme/data", "@jo"] } })).toEqual({
      rule: "codeowners",
      teamSlugs: ["data", "web"],
      detail: ".github/CODEOWNERS line 3",
    });
  });

  it.each([
    ["people", ["@platform", "someone@example.com"]],
    ["a team that is gone", ["@acme/gone"]],
    ["a team of another organization", ["@contoso/web"]],
    ["a bare word, which GitHub does not take for an owner", ["web"]],
  ])("lets a CODEOWNERS rule that names only %s pass on to the next", (_, owners) => {
    const permission = candidate("team-permission", "platform");

    expect(decide({ codeowners: { evidence, owners } }, { permission })).toBe(permission);
  });

  it("takes a `*` rule without owners for an answer: nobody owns it", () => {
    const permission = candidate("team-permission", "platform");

    const ownership = decide({ codeowners: { evidence, owners: [] } }, { permission });

    expect(ownership).toMatchObject({ rule: "none", teamSlugs: [] });
    expect(ownership.detail).toContain(".github/CODEOWNERS line 3");
  });

  it("does not mind upper and lower case", () => {
    expect(decide({ codeowners: { evidence, owners: ["@ACME/Web"] } }, {}, "Acme").teamSlugs).toEqual(["web"]);
  });

  it("decides without the files where they are not known", () => {
    expect(decide(null, { permission: candidate("team-permission", "web") }).teamSlugs).toEqual(["web"]);
  });
});
