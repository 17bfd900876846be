import type { Repository } from "#lib/model/repository.ts";
import { createInstantReader } from "./column-document.ts";
import type { Database } from "./database.ts";
import { type RepositoryDetail, repositoryDetailSelect, toRepositoryDetail } from "./repository-detail.ts";
import type { RepositorySummary } from "./repository-record.ts";
import { repositorySelect, toRepository } from "./repository-row.ts";
import { toStorableKey } from "./storable.ts";
import { readSummaryParts, toRepositorySummary } from "./summary-queries.ts";

// With their facts, which are read beside them, a hundred are some tens of megabytes.
const pageSize = 100;

/** listStoredRepositories goes through every repository that the organization has now, a hundred at a time. */
export async function* listStoredRepositories(
  db: Database,
  organizationId: string,
): AsyncGenerator<readonly { readonly id: string; readonly repository: Repository }[]> {
  let after: string | undefined;
  for (;;) {
    const rows = await db.client.repository.findMany({
      where: { organizationId, removedAt: null, ...(after === undefined ? {} : { id: { gt: after } }) },
      select: { id: true, ...repositorySelect },
      orderBy: { id: "asc" },
      take: pageSize,
    });
    yield rows.map(({ id, ...row }) => ({ id, repository: toRepository(row) }));
    if (rows.length < pageSize) return;
    after = rows.at(-1)?.id;
  }
}

/**
 * listRepositorySummaries is every repository that the organization has now, by name, with what was last read of it
 * and the outcomes of its checks.
 */
export async function listRepositorySummaries(
  db: Database,
  organizationId: string,
): Promise<readonly RepositorySummary[]> {
  const parts = await readSummaryParts(db, organizationId);
  const toInstant = createInstantReader();
  return parts.repositories
    .map((row) => toRepositorySummary(row, parts, toInstant))
    .sort((a, b) => compare(a.name.toLowerCase(), b.name.toLowerCase()) || compare(a.owner, b.owner));
}

/**
 * findRepository is one repository with all that is known of it; null when the organization has none of that name.
 * One that an inventory missed is still found, unless another has taken its name.
 */
export async function findRepository(
  db: Database,
  organizationId: string,
  owner: string,
  name: string,
): Promise<RepositoryDetail | null> {
  const row = await db.client.repository.findFirst({
    where: { organizationId, owner: toStorableKey(owner), name: toStorableKey(name) },
    select: repositoryDetailSelect,
    orderBy: [{ removedAt: { sort: "desc", nulls: "first" } }, { id: "asc" }],
  });
  if (row === null) return null;
  const open = await db.client.snapshot.findFirst({
    where: { repositoryId: row.id, validTo: null },
    select: { facts: true },
  });
  return toRepositoryDetail(row, open?.facts ?? null);
}

/** listRepositoryNames is the names of every repository that the organization has now, in order. */
export async function listRepositoryNames(db: Database, organizationId: string): Promise<readonly string[]> {
  const rows = await db.client.repository.findMany({
    where: { organizationId, removedAt: null },
    select: { name: true },
    orderBy: { name: "asc" },
  });
  return rows.map(({ name }) => name);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
