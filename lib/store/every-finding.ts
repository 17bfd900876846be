import { Prisma } from "./generated/client.ts";

/**
 * everyFindingSql is a table of every finding, those that do not apply with the others, for queries that ask for an
 * outcome of any kind. PostgreSQL looks into both of its parts with the conditions of the query around it.
 */
export const everyFindingSql = Prisma.sql`(
  SELECT repository_id, check_id, subject, outcome::text AS outcome, summary, since FROM finding
  UNION ALL
  SELECT repository.id, entry."checkId", entry.subject, 'not-applicable', entry.summary, entry.since
  FROM repository CROSS JOIN LATERAL jsonb_to_recordset(repository.not_applicable) AS entry(
    "checkId" text, subject text, summary text, since timestamptz))`;
