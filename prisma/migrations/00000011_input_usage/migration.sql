-- AlterTable
ALTER TABLE "input" ADD COLUMN     "is_on_branch" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "lock_node" ADD COLUMN     "introduced_by" TEXT,
ADD COLUMN     "ref" TEXT;

-- What is recorded already: the rows of every current snapshot take the new columns from its facts.
UPDATE "input"
SET "is_on_branch" = (
      i ->> 'follows' IS NULL AND COALESCE(i -> 'ref' ->> 'rev', '') = ''
      AND COALESCE(NULLIF(i -> 'ref', 'null'), i -> 'original') ->> 'type' IN ('github', 'gitlab', 'sourcehut', 'git', 'hg')),
    "ref" = COALESCE("input"."ref", i ->> 'versionRange')
FROM "snapshot" s, "flake" f, jsonb_array_elements(s."facts" -> 'flakes') AS flakes (d), jsonb_array_elements(d -> 'inputs') AS inputs (i)
WHERE s."valid_to" IS NULL AND f."snapshot_id" = s."id" AND d ->> 'directory' = f."directory"
  AND "input"."flake_id" = f."id" AND "input"."name" = i ->> 'name';

UPDATE "lock_node"
SET "introduced_by" = n ->> 'introducedBy', "ref" = n -> 'original' ->> 'ref'
FROM "snapshot" s, "flake" f, jsonb_array_elements(s."facts" -> 'flakes') AS flakes (d),
  jsonb_array_elements(CASE WHEN d -> 'lock' ->> 'status' = 'ok' THEN d -> 'lock' -> 'nodes' ELSE '[]' END) AS nodes (n)
WHERE s."valid_to" IS NULL AND f."snapshot_id" = s."id" AND d ->> 'directory' = f."directory"
  AND "lock_node"."flake_id" = f."id" AND "lock_node"."label" = n ->> 'label';

-- The list of inputs shows how far they lie behind.
CREATE TRIGGER "state_change" AFTER INSERT OR UPDATE OR DELETE ON "upstream_head" FOR EACH STATEMENT EXECUTE FUNCTION "mark_state_change"();
