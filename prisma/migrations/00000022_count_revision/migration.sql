-- What repositories counted by day, observed and rebuilt, is remembered like the points that were made from it.
CREATE TRIGGER "point_change" AFTER INSERT OR UPDATE OR DELETE ON "repository_count" FOR EACH STATEMENT EXECUTE FUNCTION "mark_point_change"();
CREATE TRIGGER "point_change" AFTER INSERT OR UPDATE OR DELETE ON "repository_history" FOR EACH STATEMENT EXECUTE FUNCTION "mark_point_change"();
