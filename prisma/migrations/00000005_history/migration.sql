-- CreateEnum
CREATE TYPE "HistoryState" AS ENUM ('done', 'partial', 'failed');

-- CreateTable
CREATE TABLE "repository_history" (
    "repository_id" UUID NOT NULL,
    "state" "HistoryState" NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "facts_version" INTEGER NOT NULL,
    "read_at" TIMESTAMPTZ(3) NOT NULL,
    "error_code" TEXT,
    "message" TEXT,
    "counted_by" TEXT NOT NULL DEFAULT '',
    "spans" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "repository_history_pkey" PRIMARY KEY ("repository_id")
);

-- CreateTable
CREATE TABLE "upstream_head" (
    "organization_id" UUID NOT NULL,
    "upstream" TEXT NOT NULL,
    "ref" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "revision" TEXT,
    "committed_at" TIMESTAMPTZ(3),

    CONSTRAINT "upstream_head_pkey" PRIMARY KEY ("organization_id","upstream","ref")
);

-- AddForeignKey
ALTER TABLE "repository_history" ADD CONSTRAINT "repository_history_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "repository"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upstream_head" ADD CONSTRAINT "upstream_head_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;
