-- What does not apply moves into one document for each repository.
ALTER TABLE "repository" ADD COLUMN     "not_applicable" JSONB NOT NULL DEFAULT '[]';

UPDATE "repository" SET "not_applicable" = "moved"."entries"
FROM (
    SELECT "repository_id", jsonb_agg(jsonb_build_object('checkId', "check_id", 'checkVersion', "check_version",
        'subject', "subject", 'summary', "summary", 'evidence', "evidence",
        'since', to_char("since" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) AS "entries"
    FROM "finding" WHERE "outcome" = 'not-applicable' GROUP BY "repository_id"
) AS "moved"
WHERE "moved"."repository_id" = "repository"."id";

DELETE FROM "finding" WHERE "outcome" = 'not-applicable';

-- AlterEnum
CREATE TYPE "Outcome_new" AS ENUM ('pass', 'fail', 'unknown');
ALTER TABLE "finding" ALTER COLUMN "outcome" TYPE "Outcome_new" USING ("outcome"::text::"Outcome_new");
ALTER TYPE "Outcome" RENAME TO "Outcome_old";
ALTER TYPE "Outcome_new" RENAME TO "Outcome";
DROP TYPE "Outcome_old";

-- AlterTable
ALTER TABLE "finding" DROP COLUMN "evaluated_at";
