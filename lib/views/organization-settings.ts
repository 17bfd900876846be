import { authorizeRead } from "#lib/access/authorize.ts";
import type { Config } from "#lib/config/environment.ts";
import type { Instant } from "#lib/model/instant.ts";
import { findOrganization } from "#lib/store/organizations.ts";
import { listRepositoryNames } from "#lib/store/repositories.ts";
import { organizationItem } from "./coverage.ts";
import type { ReadContext } from "./read-context.ts";
import type { OrganizationItem } from "./shared.ts";

/** OrganizationSettingsView is what an organization is and where it comes from, with what removing it would take away. */
export interface OrganizationSettingsView {
  readonly organization: OrganizationItem;
  readonly login: string;
  /** The folder of a local one, the REST base of one on GitHub. */
  readonly location: string;
  readonly connectedAt: Instant;
  readonly repositories: number;
  /** It is named in FLAKEBOARD_ORGS, so that the next start connects it again. */
  readonly isConfigured: boolean;
}

/** readOrganizationSettings is what an organization is and where it comes from; null when there is none of that slug. */
export async function readOrganizationSettings(
  { database, actor }: ReadContext,
  slug: string,
  { organizations }: Pick<Config, "organizations">,
): Promise<OrganizationSettingsView | null> {
  authorizeRead(actor);
  const organization = await findOrganization(database, slug);
  if (organization === null) return null;
  const { provider, login, location, createdAt } = organization;
  const isNamed = organizations.some((name) => name.toLowerCase() === login.toLowerCase());
  return {
    organization: organizationItem(organization),
    login,
    location,
    connectedAt: createdAt,
    repositories: (await listRepositoryNames(database, organization.id)).length,
    isConfigured: provider === "github" && isNamed,
  };
}
