import { authorizeRead } from "#lib/access/authorize.ts";
import { checks } from "#lib/checks/registry.ts";
import { type Severity, type Theme, themes } from "#lib/model/finding.ts";
import { findOrganization } from "#lib/store/organizations.ts";
import { findPolicy } from "#lib/store/policies.ts";
import { organizationItem } from "./coverage.ts";
import type { ReadContext } from "./read-context.ts";
import type { OrganizationItem } from "./shared.ts";

/** CheckSetting is one check and what the organization makes of it. */
export interface CheckSetting {
  readonly id: string;
  readonly title: string;
  /** How loudly it speaks as it comes. */
  readonly severity: Severity;
  /** What holds here. */
  readonly choice: "default" | Severity | "off";
}

/** CheckSettingsView is every check by theme. */
export interface CheckSettingsView {
  readonly organization: OrganizationItem;
  readonly themes: readonly { readonly theme: Theme; readonly checks: readonly CheckSetting[] }[];
}

/** readCheckSettings is every check with what an organization makes of it; null when there is none of that slug. */
export async function readCheckSettings(
  { database, actor }: ReadContext,
  slug: string,
): Promise<CheckSettingsView | null> {
  authorizeRead(actor);
  const organization = await findOrganization(database, slug);
  if (organization === null) return null;
  const { policy } = await findPolicy(database, organization.id);
  const settings = checks.map(({ id, theme, severity, words }) => ({
    theme,
    id,
    title: words.title,
    severity,
    choice: policy.checksOff.includes(id) ? ("off" as const) : (policy.severities[id] ?? ("default" as const)),
  }));
  return {
    organization: organizationItem(organization),
    themes: themes
      .map((theme) => ({ theme, checks: settings.filter((one) => one.theme === theme) }))
      .filter((group) => group.checks.length > 0),
  };
}
