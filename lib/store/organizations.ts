import type { Instant } from "#lib/model/instant.ts";
import type { ProviderKind } from "#lib/model/repository.ts";
import type { Database } from "./database.ts";
import type { Prisma } from "./generated/client.ts";
import { toStorableKey, toStorableText } from "./storable.ts";

/** OrganizationRecord is an organization as it is stored. */
export interface OrganizationRecord {
  readonly id: string;
  readonly provider: ProviderKind;
  readonly providerId: string;
  /** Its name in our URLs; it stays when the organization is renamed. */
  readonly slug: string;
  readonly login: string;
  readonly name: string;
  readonly url: string | null;
  readonly isSample: boolean;
  /** What the provider needs to find it again: the folder of `local`, the REST base of `github`. */
  readonly location: string;
  /** When it is scanned, as a cron line in UTC. Null is the default of the environment, empty is never. */
  readonly scanCron: string | null;
  /** When it was connected. */
  readonly createdAt: Instant;
}

const select = {
  id: true,
  provider: true,
  providerId: true,
  slug: true,
  login: true,
  name: true,
  url: true,
  isSample: true,
  location: true,
  scanCron: true,
  createdAt: true,
} as const;

/**
 * registerOrganization records an organization, or what is new about one that is known by provider, location and
 * `providerId`. A new one gets the slug `login`, or `login-provider` when that is taken, then `login-provider-2` …
 */
export async function registerOrganization(
  db: Database,
  organization: Omit<OrganizationRecord, "id" | "slug" | "scanCron" | "createdAt">,
): Promise<OrganizationRecord> {
  const data = {
    login: toStorableText(organization.login),
    name: toStorableText(organization.name),
    url: organization.url === null ? null : toStorableText(organization.url),
    isSample: organization.isSample,
  };
  const identity = {
    provider: organization.provider,
    location: toStorableKey(organization.location),
    providerId: toStorableKey(organization.providerId),
  };
  const where = { provider_location_providerId: identity };
  for (let attempt = 0; ; attempt += 1) {
    const known = await db.client.organization.findUnique({ where, select: { id: true } });
    if (known !== null) return toRecord(await db.client.organization.update({ where, data, select }));
    const slug = slugCandidate(organization, attempt);
    // Another process may take the slug, or register the same organization, at the same moment: then the next turn sees it.
    await db.client.organization.createMany({ data: { ...identity, ...data, slug }, skipDuplicates: true });
  }
}

function slugCandidate({ login, provider }: Pick<OrganizationRecord, "login" | "provider">, attempt: number): string {
  const name = login
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^[-.]+|[-.]+$/g, "")
    .slice(0, 100);
  const slug = name === "" ? "organization" : name;
  if (attempt === 0) return slug;
  return attempt === 1 ? `${slug}-${provider}` : `${slug}-${provider}-${attempt}`;
}

/** listOrganizations is every organization, real ones before samples, each by slug. */
export async function listOrganizations(db: Database): Promise<readonly OrganizationRecord[]> {
  const rows = await db.client.organization.findMany({ select, orderBy: [{ isSample: "asc" }, { slug: "asc" }] });
  return rows.map(toRecord);
}

/** findOrganization looks an organization up by its slug; null when there is none. */
export async function findOrganization(db: Database, slug: string): Promise<OrganizationRecord | null> {
  const row = await db.client.organization.findUnique({ where: { slug: toStorableText(slug) }, select });
  return row === null ? null : toRecord(row);
}

function toRecord(row: Prisma.OrganizationGetPayload<{ select: typeof select }>): OrganizationRecord {
  return { ...row, createdAt: row.createdAt.toISOString() };
}

/** setScanCron changes when an organization is scanned: a cron line in UTC, null for the default, empty for never. */
export async function setScanCron(db: Database, organizationId: string, scanCron: string | null): Promise<void> {
  await db.client.organization.updateMany({ where: { id: organizationId }, data: { scanCron } });
}

// A repository may have hundreds of snapshots; fifty are gone in a moment, and in between others have their turn.
const removedTogether = 50;

/**
 * removeOrganization deletes an organization with everything that was ever recorded of it, a few repositories at a time,
 * so that nothing else waits long. What is interrupted is taken up by removing it again.
 */
export async function removeOrganization(db: Database, organizationId: string): Promise<void> {
  for (;;) {
    const rows = await db.client.repository.findMany({
      where: { organizationId },
      select: { id: true },
      take: removedTogether,
    });
    if (rows.length === 0) break;
    await db.client.repository.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } });
  }
  await db.client.organization.deleteMany({ where: { id: organizationId } });
}

/** removeSampleOrganizations deletes every sample with all that was recorded of it, and nothing else. Returns how many. */
export async function removeSampleOrganizations(db: Database): Promise<number> {
  const { count } = await db.client.organization.deleteMany({ where: { isSample: true } });
  return count;
}
