-- CreateEnum
CREATE TYPE "WaiverSource" AS ENUM ('app', 'repository');

-- AlterTable
ALTER TABLE "waiver" ADD COLUMN     "evidence" JSONB,
ADD COLUMN     "source" "WaiverSource" NOT NULL DEFAULT 'app';

-- CreateTable
CREATE TABLE "organization_policy" (
    "organization_id" UUID NOT NULL,
    "overrides" JSONB NOT NULL,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "organization_policy_pkey" PRIMARY KEY ("organization_id")
);

-- AddForeignKey
ALTER TABLE "organization_policy" ADD CONSTRAINT "organization_policy_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;
