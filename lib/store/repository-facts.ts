import type { RepositoryFacts } from "#lib/model/facts.ts";
import type { Database } from "./database.ts";
import { parseFactsDocument } from "./facts/facts-document.ts";
import { toStorableKey } from "./storable.ts";

/** StoredFacts is what was last read of a repository; `facts` is null when this version has to read them again. */
export interface StoredFacts {
  readonly commit: string;
  readonly facts: RepositoryFacts | null;
}

/** findRepositoryFacts is what was last read of a repository that the organization has now; null when nothing was. */
export async function findRepositoryFacts(
  db: Database,
  organizationId: string,
  name: string,
): Promise<StoredFacts | null> {
  const row = await db.client.snapshot.findFirst({
    where: { validTo: null, repository: { organizationId, name: toStorableKey(name), removedAt: null } },
    select: { commit: true, facts: true },
  });
  return row === null ? null : { commit: row.commit, facts: parseFactsDocument(row.facts) };
}
