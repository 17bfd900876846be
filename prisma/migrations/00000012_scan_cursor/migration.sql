-- AlterTable
ALTER TABLE "scan" ADD COLUMN     "inventory_cursor" TEXT;

-- AlterTable
ALTER TABLE "scan_repository" ADD COLUMN     "head_commit" TEXT;
