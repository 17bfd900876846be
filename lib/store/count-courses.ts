import { z } from "zod";
import type { CountCourse } from "#lib/model/count-course.ts";
import type { Day } from "#lib/model/instant.ts";
import { type Document, parseColumnDocument } from "./column-document.ts";
import type { Database } from "./database.ts";

/** RepositoryCourse is what one repository of an organization counted in one metric over some days. */
export interface RepositoryCourse extends CountCourse {
  readonly repositoryId: string;
  readonly name: string;
  /** Who owns it today. */
  readonly ownerTeamIds: readonly string[];
}

const shareSchema = z.object({ numerator: z.number(), denominator: z.number(), unknown: z.number() }).nullable();
const spanSchema = z.object({ from: z.string(), to: z.string().nullable(), share: shareSchema });
const reasonSchema = z.enum(["archived", "fork", "empty", "excluded"]).nullable();
const observedSchema = spanSchema.extend({ notEligible: reasonSchema, teamIds: z.array(z.string()) });

const rowSchema = z.object({
  repositoryId: z.string(),
  name: z.string(),
  ownerTeamIds: z.array(z.string()),
  neverBefore: reasonSchema,
  eligibleFrom: z.string().nullable(),
  eligibleTo: z.string().nullable(),
  rebuilt: z.array(spanSchema),
  observed: z.array(observedSchema),
});

/** listCountCourses is what every repository that an organization has or had counted in a metric from a day to another, both included. */
export async function listCountCourses(
  db: Database,
  organizationId: string,
  { metricId, from, to }: { readonly metricId: string; readonly from: Day; readonly to: Day },
): Promise<readonly RepositoryCourse[]> {
  const result = await db.client.$queryRaw<Document[]>`
    WITH course AS (
      SELECT r.id, r.name,
        CASE WHEN r.is_archived AND r.archived_at IS NULL THEN 'archived' WHEN r.is_fork THEN 'fork'
          WHEN r.is_empty THEN 'empty' WHEN r.is_excluded THEN 'excluded' END AS never_before,
        coalesce((r.created_at AT TIME ZONE 'UTC')::date, (h.spans -> 0 ->> 'from')::date) AS eligible_from,
        (least(CASE WHEN r.is_archived THEN r.archived_at END, r.removed_at) AT TIME ZONE 'UTC')::date AS eligible_to,
        coalesce((SELECT json_agg(o.team_id) FROM repository_owner AS o WHERE o.repository_id = r.id), '[]') AS owners,
        coalesce((
          SELECT json_agg(json_build_object('from', s ->> 'from', 'to', s ->> 'to',
            'share', s -> 'shares' -> ${metricId}) ORDER BY s ->> 'from')
          FROM jsonb_array_elements(h.spans) AS s WHERE s ->> 'from' <= ${to} AND s ->> 'to' > ${from}), '[]') AS rebuilt,
        coalesce((
          SELECT json_agg(json_build_object('from', c.from_day, 'to', c.to_day, 'notEligible', c.not_eligible,
            'teamIds', c.team_ids, 'share', c.shares -> ${metricId}) ORDER BY c.from_day)
          FROM repository_count AS c WHERE c.repository_id = r.id AND c.from_day <= ${to}::date
            AND (c.to_day IS NULL OR c.to_day > ${from}::date)), '[]') AS observed
      FROM repository AS r LEFT JOIN repository_history AS h ON h.repository_id = r.id
      WHERE r.organization_id = ${organizationId}::uuid
      ORDER BY r.name, r.owner)
    SELECT json_build_object('repositoryId', array_agg(id), 'name', array_agg(name),
      'neverBefore', array_agg(never_before), 'ownerTeamIds', json_agg(owners), 'eligibleFrom', array_agg(eligible_from),
      'eligibleTo', array_agg(eligible_to), 'rebuilt', json_agg(rebuilt),
      'observed', json_agg(observed))::text AS document
    FROM course`;
  return parseColumnDocument(rowSchema, result);
}

/** findFirstCountedDay is the first day of which it is kept what each repository counted as a scan saw it; null when no day is. */
export async function findFirstCountedDay(db: Database, organizationId: string): Promise<Day | null> {
  const { _min } = await db.client.repositoryCount.aggregate({
    where: { repository: { organizationId } },
    _min: { fromDay: true },
  });
  return _min.fromDay?.toISOString().slice(0, 10) ?? null;
}
