import type { Database } from "./database.ts";

/**
 * countPastAttempts counts that the pasts of some repositories are begun to be rebuilt. What is not forgotten again was
 * in the hands of a process that was killed.
 */
export async function countPastAttempts(db: Database, repositoryIds: readonly string[]): Promise<void> {
  await db.client.$executeRaw`
    INSERT INTO past_attempt AS past (repository_id, attempts)
    SELECT id, 1 FROM repository WHERE id = ANY(${[...repositoryIds]}::uuid[])
    ON CONFLICT (repository_id) DO UPDATE SET attempts = past.attempts + 1`;
}

/** forgetPastAttempts says that some pasts are no longer in hand, whatever came of them. */
export async function forgetPastAttempts(db: Database, repositoryIds: readonly string[]): Promise<void> {
  await db.client.pastAttempt.deleteMany({ where: { repositoryId: { in: [...repositoryIds] } } });
}

/** listPastAttempts is how often the past of each repository of an organization was begun and not ended, by its id; the others never were. */
export async function listPastAttempts(db: Database, organizationId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db.client.pastAttempt.findMany({
    where: { repository: { organizationId } },
    select: { repositoryId: true, attempts: true },
  });
  return new Map(rows.map(({ repositoryId, attempts }) => [repositoryId, attempts]));
}
