import type { Finding } from "#lib/model/finding.ts";
import type { Instant } from "#lib/model/instant.ts";
import { toStorableJson, toStorableKey } from "./storable.ts";
import type { Transaction } from "./transaction.ts";

/**
 * recordFindings makes the findings of a repository exactly these. One whose outcome stays keeps the moment since
 * which it holds; one whose outcome changes, or that is new, holds since `at`.
 */
export async function recordFindings(
  transaction: Transaction,
  repositoryId: string,
  findings: readonly Finding[],
  at: Instant,
): Promise<void> {
  const rows = findings.map((finding) => ({
    check_id: toStorableKey(finding.checkId),
    subject: toStorableKey(finding.subject),
    check_version: finding.checkVersion,
    outcome: finding.outcome,
    summary: finding.summary,
    evidence: finding.evidence,
  }));
  const json = toStorableJson([...new Map(rows.map((row) => [`${row.check_id} ${row.subject}`, row])).values()]);
  await transaction.$executeRaw`
    DELETE FROM finding
    WHERE repository_id = ${repositoryId}::uuid AND (check_id, subject) NOT IN (
      SELECT row.check_id, row.subject FROM json_to_recordset(${json}::json) AS row(check_id text, subject text))`;
  await transaction.$executeRaw`
    INSERT INTO finding (
      repository_id, check_id, subject, check_version, outcome, summary, evidence, since, evaluated_at)
    SELECT
      ${repositoryId}::uuid, row.check_id, row.subject, row.check_version, row.outcome, row.summary, row.evidence,
      ${at}::timestamptz, ${at}::timestamptz
    FROM json_to_recordset(${json}::json) AS row(
      check_id text, subject text, check_version integer, outcome "Outcome", summary text, evidence jsonb)
    ON CONFLICT (repository_id, check_id, subject) DO UPDATE SET
      check_version = EXCLUDED.check_version, outcome = EXCLUDED.outcome, summary = EXCLUDED.summary,
      evidence = EXCLUDED.evidence, evaluated_at = EXCLUDED.evaluated_at,
      since = CASE WHEN finding.outcome = EXCLUDED.outcome THEN finding.since ELSE EXCLUDED.since END`;
}
