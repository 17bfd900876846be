-- CreateEnum
CREATE TYPE "RepositoryEventKind" AS ENUM ('renamed', 'transferred', 'visibility-changed', 'archived', 'unarchived', 'removed', 'returned');

-- AlterTable
ALTER TABLE "repository" ADD COLUMN     "owner_candidates" JSONB;

-- CreateTable
CREATE TABLE "repository_event" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "repository_id" UUID NOT NULL,
    "kind" "RepositoryEventKind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "before" TEXT,
    "after" TEXT,

    CONSTRAINT "repository_event_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "repository_event_repository_id_at_idx" ON "repository_event"("repository_id", "at");

-- AddForeignKey
ALTER TABLE "repository_event" ADD CONSTRAINT "repository_event_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "repository"("id") ON DELETE CASCADE ON UPDATE CASCADE;
