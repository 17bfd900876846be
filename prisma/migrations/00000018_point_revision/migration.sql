-- CreateTable
CREATE TABLE "point_change" (
    "transaction_id" BIGINT NOT NULL,

    CONSTRAINT "point_change_pkey" PRIMARY KEY ("transaction_id")
);

-- As mark_state_change, for the points of metrics.
CREATE FUNCTION "mark_point_change"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    own BIGINT := pg_current_xact_id()::text::bigint;
BEGIN
    INSERT INTO "point_change" ("transaction_id") VALUES (own) ON CONFLICT DO NOTHING;
    IF FOUND THEN
        DELETE FROM "point_change" WHERE "transaction_id" IN (
            SELECT "transaction_id" FROM "point_change" WHERE "transaction_id" <> own FOR UPDATE SKIP LOCKED);
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER "point_change" AFTER INSERT OR UPDATE OR DELETE ON "metric_point" FOR EACH STATEMENT EXECUTE FUNCTION "mark_point_change"();

-- A chart marks the days of partial scans.
CREATE TRIGGER "point_change" AFTER INSERT OR DELETE OR UPDATE OF "state" ON "scan" FOR EACH STATEMENT EXECUTE FUNCTION "mark_point_change"();
