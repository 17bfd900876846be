import type { Instant } from "#lib/model/instant.ts";
import type { Database } from "./database.ts";
import { isUuid } from "./scan-record.ts";

/** PastInputs is the main flakes of a repository at one commit, with the revisions of their inputs. */
export interface PastInputs {
  readonly commit: string;
  /** When it became the head. */
  readonly validFrom: Instant;
  readonly origin: "observed" | "backfilled";
  readonly flakes: readonly {
    readonly directory: string;
    /** By name; the revision is null where the lock holds none. */
    readonly inputs: readonly { readonly name: string; readonly revision: string | null }[];
  }[];
}

/** listPastInputs is what the main flakes of a repository asked for at each commit that was read, the newest first, at most `limit`. */
export async function listPastInputs(
  db: Database,
  repositoryId: string,
  limit: number,
): Promise<readonly PastInputs[]> {
  if (!isUuid(repositoryId)) return [];
  const rows = await db.client.snapshot.findMany({
    where: { repositoryId },
    select: {
      commit: true,
      validFrom: true,
      origin: true,
      flakes: {
        where: { role: "main" },
        select: {
          directory: true,
          inputs: { where: { follows: null }, select: { name: true, revision: true }, orderBy: { name: "asc" } },
        },
        orderBy: { directory: "asc" },
      },
    },
    orderBy: { validFrom: "desc" },
    take: limit,
  });
  return rows.map(({ validFrom, ...row }) => ({ ...row, validFrom: validFrom.toISOString() }));
}
