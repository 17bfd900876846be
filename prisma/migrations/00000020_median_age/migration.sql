-- AlterTable
ALTER TABLE "metric_point" ADD COLUMN     "value" DOUBLE PRECISION;

-- AlterTable
ALTER TABLE "repository_history" ADD COLUMN     "locks" JSONB NOT NULL DEFAULT '[]';
