import { z } from "zod";
import type { Day } from "#lib/model/instant.ts";
import { type Document, parseColumnDocument } from "./column-document.ts";
import type { Database } from "./database.ts";
import { Prisma } from "./generated/client.ts";

const rowSchema = z.object({ repositoryId: z.string(), lockedDays: z.array(z.int()) });

/** LockedDays are the days on which the direct inputs of a repository were locked, as `dayNumber` counts them. */
export type LockedDays = z.infer<typeof rowSchema>;

/**
 * listLockedDaysOn is when the direct inputs of each repository of an organization were locked, as it stood at the end
 * of a day: of a rebuilt day as it was counted, of an observed one from the lock that was read. Repositories of which
 * no lock is known are left out.
 */
export async function listLockedDaysOn(
  db: Database,
  organizationId: string,
  day: Day,
  origin: "observed" | "backfilled",
): Promise<readonly LockedDays[]> {
  const locked = origin === "backfilled" ? rebuiltOn(organizationId, day) : observedOn(organizationId, day);
  const result = await db.client.$queryRaw<Document[]>`
    SELECT json_build_object('repositoryId', array_agg(id), 'lockedDays', json_agg(days))::text AS document
    FROM (${locked}) AS locked`;
  return parseColumnDocument(rowSchema, result);
}

function rebuiltOn(organizationId: string, day: Day): Prisma.Sql {
  return Prisma.sql`
    SELECT r.id, span -> 'days' AS days
    FROM repository AS r JOIN repository_history AS h ON h.repository_id = r.id,
      jsonb_array_elements(h.locks) AS span
    WHERE r.organization_id = ${organizationId}::uuid AND span ->> 'from' <= ${day} AND span ->> 'to' > ${day}`;
}

// A lock ahead of its day by more than one has no age: `inputAgeDaysAt`. A path inside the repository is not judged.
function observedOn(organizationId: string, day: Day): Prisma.Sql {
  return Prisma.sql`
    SELECT r.id, json_agg((input.last_modified AT TIME ZONE 'UTC')::date - date '1970-01-01') AS days
    FROM repository AS r JOIN snapshot AS s ON s.repository_id = r.id
    JOIN flake ON flake.snapshot_id = s.id AND flake.role = 'main'
    JOIN input ON input.flake_id = flake.id
    WHERE r.organization_id = ${organizationId}::uuid AND s.valid_from < ${day}::date + interval '1 day'
      AND (s.valid_to IS NULL OR s.valid_to >= ${day}::date + interval '1 day')
      AND input.follows IS NULL AND input.last_modified < ${day}::date + interval '2 days'
      AND coalesce(input.declared_url, '') !~ '^(path:|[.]|/)'
    GROUP BY r.id`;
}
