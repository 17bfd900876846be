-- AlterTable
ALTER TABLE "repository_history" ADD COLUMN     "failures" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "read_by" TEXT NOT NULL DEFAULT '[]';

-- AlterTable
ALTER TABLE "request_budget" ADD COLUMN     "refresh_wanted_until" TIMESTAMPTZ(3),
ADD COLUMN     "scan_wanted_until" TIMESTAMPTZ(3);
