import type { Finding } from "#lib/model/finding.ts";
import type { Instant } from "#lib/model/instant.ts";
import { toStorableJson, toStorableKey } from "./storable.ts";
import type { Transaction } from "./transaction.ts";

/** JudgedRepository is a repository with every finding of it at one moment. */
export interface JudgedRepository {
  readonly repositoryId: string;
  readonly findings: readonly Finding[];
  readonly at: Instant;
}

/**
 * recordFindings makes the findings of each repository exactly these. One whose outcome stays keeps the moment since
 * which it holds; one whose outcome changes, or that is new, holds since `at`.
 */
export async function recordFindings(transaction: Transaction, judged: readonly JudgedRepository[]): Promise<void> {
  const json = toStorableJson(judged.flatMap(findingRows));
  const ids = JSON.stringify(judged.map(({ repositoryId }) => repositoryId));
  await transaction.$executeRaw`
    DELETE FROM finding
    WHERE repository_id IN (SELECT json_array_elements_text(${ids}::json)::uuid) AND NOT EXISTS (
      SELECT FROM json_to_recordset(${json}::json) AS row(repository_id uuid, check_id text, subject text)
      WHERE row.repository_id = finding.repository_id AND row.check_id = finding.check_id
        AND row.subject = finding.subject)`;
  await transaction.$executeRaw`
    INSERT INTO finding (
      repository_id, check_id, subject, check_version, outcome, summary, evidence, since, evaluated_at)
    SELECT row.repository_id, row.check_id, row.subject, row.check_version, row.outcome, row.summary, row.evidence,
      row.at, row.at
    FROM json_to_recordset(${json}::json) AS row(repository_id uuid, check_id text, subject text,
      check_version integer, outcome "Outcome", summary text, evidence jsonb, at timestamptz)
    ON CONFLICT (repository_id, check_id, subject) DO UPDATE SET
      check_version = EXCLUDED.check_version, outcome = EXCLUDED.outcome, summary = EXCLUDED.summary,
      evidence = EXCLUDED.evidence, evaluated_at = EXCLUDED.evaluated_at,
      since = CASE WHEN finding.outcome = EXCLUDED.outcome THEN finding.since ELSE EXCLUDED.since END`;
}

function findingRows({ repositoryId, findings, at }: JudgedRepository) {
  const rows = findings.map((finding) => ({
    repository_id: repositoryId,
    check_id: toStorableKey(finding.checkId),
    subject: toStorableKey(finding.subject),
    check_version: finding.checkVersion,
    outcome: finding.outcome,
    summary: finding.summary,
    evidence: finding.evidence,
    at,
  }));
  return [...new Map(rows.map((row) => [`${row.check_id} ${row.subject}`, row])).values()];
}
