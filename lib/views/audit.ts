import { authorizeRead } from "#lib/access/authorize.ts";
import { type AuditRecord, listAudit } from "#lib/store/audit.ts";
import { findOrganization } from "#lib/store/organizations.ts";
import { organizationItem } from "./coverage.ts";
import type { ReadContext } from "./read-context.ts";
import type { OrganizationItem } from "./shared.ts";

/** AuditView is what people have changed in an organization, the latest first. */
export interface AuditView {
  readonly organization: OrganizationItem;
  readonly entries: readonly AuditRecord[];
}

const entriesMax = 1_000;

/** readAudit is what was changed in an organization; null when there is none of that slug. */
export async function readAudit({ database, actor }: ReadContext, slug: string): Promise<AuditView | null> {
  authorizeRead(actor);
  const organization = await findOrganization(database, slug);
  if (organization === null) return null;
  return {
    organization: organizationItem(organization),
    entries: await listAudit(database, organization.id, entriesMax),
  };
}
