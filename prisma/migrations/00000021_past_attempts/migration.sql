-- AlterTable
ALTER TABLE "organization" ADD COLUMN     "past_digest" TEXT;

-- CreateTable
CREATE TABLE "past_attempt" (
    "repository_id" UUID NOT NULL,
    "attempts" INTEGER NOT NULL,

    CONSTRAINT "past_attempt_pkey" PRIMARY KEY ("repository_id")
);

-- AddForeignKey
ALTER TABLE "past_attempt" ADD CONSTRAINT "past_attempt_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "repository"("id") ON DELETE CASCADE ON UPDATE CASCADE;
