import type { RepositoryFacts } from "#lib/model/facts.ts";
import type { Database } from "./database.ts";
import { parseFactsDocument } from "./facts/facts-document.ts";

/** OpenSnapshot is the last commit of a repository that was read. */
export interface OpenSnapshot {
  readonly snapshotId: string;
  readonly commit: string;
  readonly factsVersion: number;
  /** Whether a flake was found, of any role. */
  readonly hasFlake: boolean;
}

/** listOpenSnapshots is the open snapshot of each of some repositories, by repository id. */
export async function listOpenSnapshots(
  db: Database,
  repositoryIds: readonly string[],
): Promise<ReadonlyMap<string, OpenSnapshot>> {
  const rows = await db.client.snapshot.findMany({
    where: { validTo: null, repositoryId: { in: [...repositoryIds] } },
    select: {
      id: true,
      repositoryId: true,
      commit: true,
      factsVersion: true,
      flakes: { select: { id: true }, take: 1 },
    },
  });
  return new Map(
    rows.map(({ id, repositoryId, commit, factsVersion, flakes }) => [
      repositoryId,
      { snapshotId: id, commit, factsVersion, hasFlake: flakes.length > 0 },
    ]),
  );
}

// A facts document may be some hundred kilobytes; a hundred of them at a time are tens of megabytes.
const chunkSize = 100;

/**
 * listOpenFacts goes through the facts of the open snapshots of some repositories, some at a time. Documents of
 * another version of the facts, which have to be read again, are left out.
 */
export async function* listOpenFacts(
  db: Database,
  repositoryIds: readonly string[],
): AsyncGenerator<{ readonly repositoryId: string; readonly facts: RepositoryFacts }> {
  for (let start = 0; start < repositoryIds.length; start += chunkSize) {
    const rows = await db.client.snapshot.findMany({
      where: { validTo: null, repositoryId: { in: repositoryIds.slice(start, start + chunkSize) } },
      select: { repositoryId: true, facts: true },
    });
    for (const row of rows) {
      const facts = parseFactsDocument(row.facts);
      if (facts !== null) yield { repositoryId: row.repositoryId, facts };
    }
  }
}
