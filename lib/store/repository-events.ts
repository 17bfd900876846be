import type { Instant } from "#lib/model/instant.ts";
import type { RepositoryEvent, RepositoryEventKind } from "#lib/model/repository-event.ts";
import type { Database } from "./database.ts";

const kindFromRow = {
  renamed: "renamed",
  transferred: "transferred",
  visibility_changed: "visibility-changed",
  archived: "archived",
  unarchived: "unarchived",
  hidden: "hidden",
  removed: "removed",
  returned: "returned",
} as const satisfies Record<string, RepositoryEventKind>;

/**
 * listRepositoryEvents is what became of a repository from one inventory to the next, oldest first: for the timeline of
 * its page. When it adopted flakes tells `findFirstAdoption`.
 */
export async function listRepositoryEvents(db: Database, repositoryId: string): Promise<readonly RepositoryEvent[]> {
  const rows = await db.client.repositoryEvent.findMany({
    where: { repositoryId },
    select: { kind: true, at: true, before: true, after: true },
    orderBy: [{ at: "asc" }, { kind: "asc" }],
  });
  return rows.map(({ kind, at, before, after }) => {
    const moment: Instant = at.toISOString();
    return { kind: kindFromRow[kind], at: moment, before, after };
  });
}
