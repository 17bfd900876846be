import type { Finding } from "#lib/model/finding.ts";
import type { Instant } from "#lib/model/instant.ts";
import { recordNotApplicable } from "./not-applicable.ts";
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
 * which it holds; one whose outcome changes, or that is new, holds since `at`. What stays as it was is not written.
 */
export async function recordFindings(transaction: Transaction, judged: readonly JudgedRepository[]): Promise<void> {
  await recordNotApplicable(transaction, judged);
  const ids = JSON.stringify(judged.map(({ repositoryId }) => repositoryId));
  // Both parts see the table as it was; they touch different rows, so their order does not matter.
  await transaction.$executeRaw`
    WITH row AS MATERIALIZED (
      SELECT * FROM json_to_recordset(${toStorableJson(judged.flatMap(findingRows))}::json) AS row(
        repository_id uuid, check_id text, subject text, check_version integer, outcome "Outcome", summary text,
        evidence jsonb, at timestamptz)),
    gone AS (
      DELETE FROM finding
      WHERE repository_id IN (SELECT json_array_elements_text(${ids}::json)::uuid) AND NOT EXISTS (
        SELECT FROM row
        WHERE row.repository_id = finding.repository_id AND row.check_id = finding.check_id
          AND row.subject = finding.subject))
    INSERT INTO finding (repository_id, check_id, subject, check_version, outcome, summary, evidence, since)
    SELECT row.repository_id, row.check_id, row.subject, row.check_version, row.outcome, row.summary, row.evidence,
      row.at
    FROM row
    ON CONFLICT (repository_id, check_id, subject) DO UPDATE SET
      check_version = EXCLUDED.check_version, outcome = EXCLUDED.outcome, summary = EXCLUDED.summary,
      evidence = EXCLUDED.evidence,
      since = CASE WHEN finding.outcome = EXCLUDED.outcome THEN finding.since ELSE EXCLUDED.since END
    WHERE (finding.check_version, finding.outcome, finding.summary, finding.evidence)
      <> (EXCLUDED.check_version, EXCLUDED.outcome, EXCLUDED.summary, EXCLUDED.evidence)`;
}

function findingRows({ repositoryId, findings, at }: JudgedRepository) {
  const rows = findings.filter(applies).map((finding) => ({
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

function applies({ outcome }: Finding): boolean {
  return outcome !== "not-applicable";
}
