-- CreateEnum
CREATE TYPE "ResourceChoiceKind" AS ENUM ('hidden', 'pinned');

-- CreateTable
CREATE TABLE "own_resource" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organization_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "theme" TEXT NOT NULL,
    "stages" TEXT[],
    "checks" TEXT[],
    "summary" TEXT NOT NULL,
    "minutes" INTEGER,
    "added_by" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_by" TEXT,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "own_resource_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resource_choice" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organization_id" UUID NOT NULL,
    "resource_id" TEXT NOT NULL,
    "choice" "ResourceChoiceKind" NOT NULL,
    "made_by" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "undone_by" TEXT,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "resource_choice_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "own_resource_organization_id_idx" ON "own_resource"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "resource_choice_open_key" ON "resource_choice"("organization_id", "resource_id") WHERE ("undone_at" IS NULL);

-- AddForeignKey
ALTER TABLE "own_resource" ADD CONSTRAINT "own_resource_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource_choice" ADD CONSTRAINT "resource_choice_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;
