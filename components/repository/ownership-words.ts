import type { OwnershipRule } from "#lib/model/team.ts";

/** ownershipRuleWords says which rule decided who owns a repository. */
export const ownershipRuleWords = {
  "settings-file": "flakeboard.yml in the repository",
  "organization-mapping": "the organization's mapping",
  "custom-property": "a custom property on GitHub",
  codeowners: "CODEOWNERS",
  "team-permission": "a team's permission",
  none: "no rule names an owner",
} as const satisfies Record<OwnershipRule, string>;
