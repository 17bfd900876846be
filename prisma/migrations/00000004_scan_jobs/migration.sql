-- AlterEnum
ALTER TYPE "ScanTrigger" ADD VALUE 'webhook';

-- DropIndex
DROP INDEX "scan_repository_scan_id_state_idx";

-- AlterTable
ALTER TABLE "organization" ADD COLUMN     "scan_cron" TEXT;

-- AlterTable
ALTER TABLE "scan_repository" ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "batch" INTEGER,
ADD COLUMN     "entries" JSONB;

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "id" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "webhook_delivery_received_at_idx" ON "webhook_delivery"("received_at");

-- CreateIndex
CREATE INDEX "scan_repository_scan_id_state_batch_idx" ON "scan_repository"("scan_id", "state", "batch");
