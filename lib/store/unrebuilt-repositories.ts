import type { Instant } from "#lib/model/instant.ts";
import type { ScanFailure } from "#lib/model/scan.ts";
import type { Database } from "./database.ts";
import { toFailure } from "./scan-record.ts";

/** UnrebuiltRepository is a repository whose past could not be rebuilt from git, and why. */
export interface UnrebuiltRepository {
  readonly repositoryId: string;
  readonly owner: string;
  readonly name: string;
  readonly failure: ScanFailure | null;
  /** How often in a row; after the third time it is only tried again when somebody asks for it. */
  readonly failures: number;
  /** When it was tried last. */
  readonly triedAt: Instant;
}

/**
 * listUnrebuiltRepositories is what an organization has whose past could not be rebuilt, by name: for whoever shows how
 * complete the history is.
 */
export async function listUnrebuiltRepositories(
  db: Database,
  organizationId: string,
): Promise<readonly UnrebuiltRepository[]> {
  const rows = await db.client.repositoryHistory.findMany({
    where: { state: "failed", repository: { organizationId, removedAt: null } },
    select: {
      repositoryId: true,
      failures: true,
      readAt: true,
      errorCode: true,
      message: true,
      repository: { select: { owner: true, name: true } },
    },
    orderBy: { repository: { name: "asc" } },
  });
  return rows.map(({ repositoryId, failures, readAt, errorCode, message, repository }) => ({
    repositoryId,
    ...repository,
    failure: toFailure(errorCode, message),
    failures,
    triedAt: readAt.toISOString(),
  }));
}
