-- CreateTable
CREATE TABLE "state_change" (
    "transaction_id" BIGINT NOT NULL,

    CONSTRAINT "state_change_pkey" PRIMARY KEY ("transaction_id")
);

-- A transaction that changes what pages show of an organization leaves its number here, visible when it commits, and
-- takes away those of earlier ones. Nobody waits: each inserts a row of its own and skips rows that another is taking.
CREATE FUNCTION "mark_state_change"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    own BIGINT := pg_current_xact_id()::text::bigint;
BEGIN
    INSERT INTO "state_change" ("transaction_id") VALUES (own) ON CONFLICT DO NOTHING;
    IF FOUND THEN
        DELETE FROM "state_change" WHERE "transaction_id" IN (
            SELECT "transaction_id" FROM "state_change" WHERE "transaction_id" <> own FOR UPDATE SKIP LOCKED);
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER "state_change" AFTER INSERT OR UPDATE OR DELETE ON "organization" FOR EACH STATEMENT EXECUTE FUNCTION "mark_state_change"();
CREATE TRIGGER "state_change" AFTER INSERT OR UPDATE OR DELETE ON "organization_policy" FOR EACH STATEMENT EXECUTE FUNCTION "mark_state_change"();
CREATE TRIGGER "state_change" AFTER INSERT OR UPDATE OR DELETE ON "team" FOR EACH STATEMENT EXECUTE FUNCTION "mark_state_change"();
CREATE TRIGGER "state_change" AFTER INSERT OR UPDATE OR DELETE ON "repository" FOR EACH STATEMENT EXECUTE FUNCTION "mark_state_change"();
CREATE TRIGGER "state_change" AFTER INSERT OR UPDATE OR DELETE ON "repository_owner" FOR EACH STATEMENT EXECUTE FUNCTION "mark_state_change"();
CREATE TRIGGER "state_change" AFTER INSERT OR UPDATE OR DELETE ON "snapshot" FOR EACH STATEMENT EXECUTE FUNCTION "mark_state_change"();
CREATE TRIGGER "state_change" AFTER INSERT OR UPDATE OR DELETE ON "finding" FOR EACH STATEMENT EXECUTE FUNCTION "mark_state_change"();
CREATE TRIGGER "state_change" AFTER INSERT OR UPDATE OR DELETE ON "waiver" FOR EACH STATEMENT EXECUTE FUNCTION "mark_state_change"();
CREATE TRIGGER "state_change" AFTER INSERT OR UPDATE OR DELETE ON "own_resource" FOR EACH STATEMENT EXECUTE FUNCTION "mark_state_change"();
CREATE TRIGGER "state_change" AFTER INSERT OR UPDATE OR DELETE ON "resource_choice" FOR EACH STATEMENT EXECUTE FUNCTION "mark_state_change"();

-- The counts of a scan grow, and its heart beats, without a page of the organization showing another number.
CREATE TRIGGER "state_change" AFTER INSERT OR DELETE OR UPDATE OF "state" ON "scan" FOR EACH STATEMENT EXECUTE FUNCTION "mark_state_change"();
