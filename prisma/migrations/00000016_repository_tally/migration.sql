-- AlterTable
ALTER TABLE "repository" ADD COLUMN     "tally" JSONB;
