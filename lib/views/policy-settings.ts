import { authorizeRead } from "#lib/access/authorize.ts";
import { type PolicyField, type PolicyPart, policyParts } from "#lib/format/policy-text.ts";
import type { Instant } from "#lib/model/instant.ts";
import { defaultPolicy } from "#lib/model/policy.ts";
import { findOrganization } from "#lib/store/organizations.ts";
import { findPolicy } from "#lib/store/policies.ts";
import { listTeams } from "#lib/store/teams.ts";
import { organizationItem } from "./coverage.ts";
import type { ReadContext } from "./read-context.ts";
import type { OrganizationItem } from "./shared.ts";

/** PolicyFieldItem is one field of the policy as a form: what holds now, and the default beside it. */
export interface PolicyFieldItem {
  readonly field: PolicyField;
  readonly parts: readonly (PolicyPart & { readonly defaultText: string })[];
  /** It differs from the default. */
  readonly isChanged: boolean;
}

/** PolicySettingsView is some fields of an organization's policy. */
export interface PolicySettingsView {
  readonly organization: OrganizationItem;
  readonly fields: readonly PolicyFieldItem[];
  /** Who changed the policy last; null while everything is the default. */
  readonly changed: { readonly by: string; readonly at: Instant } | null;
  /** The day on which the defaults were last looked over. */
  readonly defaultsAsOf: string;
  /** The patterns that exclude repositories, each with why; null for one that was written without. */
  readonly exclusions: readonly { readonly pattern: string; readonly reason: string | null }[];
  /** Slugs of the teams that repositories can be given to. */
  readonly teamSlugs: readonly string[];
}

/** readPolicySettings is the chosen fields, in their order; null when there is no organization of that slug. */
export async function readPolicySettings(
  { database, actor }: ReadContext,
  slug: string,
  fields: readonly PolicyField[],
): Promise<PolicySettingsView | null> {
  authorizeRead(actor);
  const organization = await findOrganization(database, slug);
  if (organization === null) return null;
  const { policy, changed } = await findPolicy(database, organization.id);
  const teams = fields.includes("ownership") ? await listTeams(database, organization.id) : [];
  return {
    organization: organizationItem(organization),
    fields: fields.map((field) => {
      const defaults = new Map(policyParts(field, defaultPolicy).map(({ name, text }) => [name, text]));
      const parts = policyParts(field, policy).map((part) => ({ ...part, defaultText: defaults.get(part.name) ?? "" }));
      const isChanged = parts.some(({ text, defaultText }) => text !== defaultText);
      return { field, parts, isChanged };
    }),
    changed,
    exclusions: fields.includes("excludedRepositories")
      ? policy.excludedRepositories.map((pattern) => ({ pattern, reason: policy.exclusionReasons[pattern] ?? null }))
      : [],
    defaultsAsOf: defaultPolicy.asOf,
    teamSlugs: teams.map((team) => team.slug),
  };
}
