-- CreateEnum
CREATE TYPE "Provider" AS ENUM ('github', 'local');

-- CreateEnum
CREATE TYPE "Visibility" AS ENUM ('public', 'internal', 'private');

-- CreateEnum
CREATE TYPE "OwnershipRule" AS ENUM ('settings-file', 'organization-mapping', 'custom-property', 'codeowners', 'team-permission', 'none');

-- CreateEnum
CREATE TYPE "ScanState" AS ENUM ('queued', 'running', 'completed', 'partial', 'failed', 'cancelled');

-- CreateEnum
CREATE TYPE "ScanPhase" AS ENUM ('inventory', 'reading', 'roll-up', 'done');

-- CreateEnum
CREATE TYPE "ScanTrigger" AS ENUM ('start', 'command', 'person', 'schedule');

-- CreateEnum
CREATE TYPE "ScanRepositoryState" AS ENUM ('pending', 'unchanged', 'read', 'failed');

-- CreateEnum
CREATE TYPE "SnapshotOrigin" AS ENUM ('observed', 'backfilled');

-- CreateEnum
CREATE TYPE "FlakeRole" AS ENUM ('main', 'template', 'example', 'test');

-- CreateEnum
CREATE TYPE "Outcome" AS ENUM ('pass', 'fail', 'unknown', 'not-applicable');

-- CreateEnum
CREATE TYPE "PointOrigin" AS ENUM ('observed', 'backfilled');

-- CreateTable
CREATE TABLE "organization" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "provider" "Provider" NOT NULL,
    "provider_id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "login" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT,
    "is_sample" BOOLEAN NOT NULL DEFAULT false,
    "location" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organization_id" UUID NOT NULL,
    "provider_id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "parent_id" UUID,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "repository" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organization_id" UUID NOT NULL,
    "provider_id" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT,
    "description" TEXT,
    "visibility" "Visibility" NOT NULL,
    "is_archived" BOOLEAN NOT NULL,
    "is_fork" BOOLEAN NOT NULL,
    "is_empty" BOOLEAN NOT NULL,
    "is_excluded" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3),
    "archived_at" TIMESTAMPTZ(3),
    "pushed_at" TIMESTAMPTZ(3),
    "default_branch" TEXT,
    "head_commit" TEXT,
    "head_committed_at" TIMESTAMPTZ(3),
    "languages" JSONB NOT NULL,
    "topics" TEXT[],
    "ownership_rule" "OwnershipRule" NOT NULL DEFAULT 'none',
    "ownership_detail" TEXT NOT NULL DEFAULT '',
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "repository_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "repository_owner" (
    "repository_id" UUID NOT NULL,
    "team_id" UUID NOT NULL,

    CONSTRAINT "repository_owner_pkey" PRIMARY KEY ("repository_id","team_id")
);

-- CreateTable
CREATE TABLE "scan" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organization_id" UUID NOT NULL,
    "state" "ScanState" NOT NULL,
    "phase" "ScanPhase" NOT NULL,
    "trigger" "ScanTrigger" NOT NULL,
    "is_full" BOOLEAN NOT NULL,
    "requested_by" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "heartbeat_at" TIMESTAMPTZ(3),
    "total" INTEGER NOT NULL DEFAULT 0,
    "eligible" INTEGER NOT NULL DEFAULT 0,
    "graphql_requests" INTEGER NOT NULL DEFAULT 0,
    "rest_requests" INTEGER NOT NULL DEFAULT 0,
    "points" INTEGER NOT NULL DEFAULT 0,
    "remaining_points" INTEGER,
    "error_code" TEXT,
    "error_message" TEXT,

    CONSTRAINT "scan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scan_repository" (
    "scan_id" UUID NOT NULL,
    "full_name" TEXT NOT NULL,
    "repository_id" UUID,
    "state" "ScanRepositoryState" NOT NULL,
    "has_flake" BOOLEAN NOT NULL DEFAULT false,
    "error_code" TEXT,
    "message" TEXT,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "scan_repository_pkey" PRIMARY KEY ("scan_id","full_name")
);

-- CreateTable
CREATE TABLE "snapshot" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "repository_id" UUID NOT NULL,
    "commit" TEXT NOT NULL,
    "committed_at" TIMESTAMPTZ(3),
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "valid_to" TIMESTAMPTZ(3),
    "read_at" TIMESTAMPTZ(3) NOT NULL,
    "origin" "SnapshotOrigin" NOT NULL,
    "facts_version" INTEGER NOT NULL,
    "is_complete" BOOLEAN NOT NULL,
    "stages" TEXT[],
    "non_flake_kinds" TEXT[],
    "facts" JSONB NOT NULL,

    CONSTRAINT "snapshot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "flake" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "snapshot_id" UUID NOT NULL,
    "directory" TEXT NOT NULL,
    "role" "FlakeRole" NOT NULL,
    "description" TEXT,
    "parse_status" TEXT NOT NULL,
    "lock_status" TEXT NOT NULL,
    "lock_version" INTEGER,

    CONSTRAINT "flake_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "input" (
    "flake_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "is_implicit" BOOLEAN NOT NULL,
    "is_flake" BOOLEAN NOT NULL,
    "follows" TEXT,
    "declared_url" TEXT,
    "upstream" TEXT,
    "ref" TEXT,
    "node_label" TEXT,
    "revision" TEXT,
    "last_modified" TIMESTAMPTZ(0),
    "is_nixpkgs" BOOLEAN NOT NULL,

    CONSTRAINT "input_pkey" PRIMARY KEY ("flake_id","name")
);

-- CreateTable
CREATE TABLE "lock_node" (
    "flake_id" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "is_reachable" BOOLEAN NOT NULL,
    "is_flake" BOOLEAN NOT NULL,
    "is_nixpkgs" BOOLEAN NOT NULL,
    "upstream" TEXT,
    "revision" TEXT,
    "last_modified" TIMESTAMPTZ(0),

    CONSTRAINT "lock_node_pkey" PRIMARY KEY ("flake_id","label")
);

-- CreateTable
CREATE TABLE "finding" (
    "repository_id" UUID NOT NULL,
    "check_id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "check_version" INTEGER NOT NULL,
    "outcome" "Outcome" NOT NULL,
    "summary" TEXT NOT NULL,
    "evidence" JSONB NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "evaluated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "finding_pkey" PRIMARY KEY ("repository_id","check_id","subject")
);

-- CreateTable
CREATE TABLE "waiver" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "organization_id" UUID NOT NULL,
    "repository_id" UUID NOT NULL,
    "check_id" TEXT NOT NULL,
    "subject" TEXT,
    "reason" TEXT NOT NULL,
    "granted_by" TEXT NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by" TEXT,

    CONSTRAINT "waiver_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "metric_point" (
    "organization_id" UUID NOT NULL,
    "scope" TEXT NOT NULL,
    "team_id" UUID,
    "metric_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "metric_version" INTEGER NOT NULL,
    "numerator" INTEGER NOT NULL,
    "denominator" INTEGER NOT NULL,
    "unknown" INTEGER NOT NULL,
    "origin" "PointOrigin" NOT NULL,
    "scan_id" UUID,

    CONSTRAINT "metric_point_pkey" PRIMARY KEY ("organization_id","scope","metric_id","day")
);

-- CreateIndex
CREATE UNIQUE INDEX "organization_slug_key" ON "organization"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "organization_provider_location_provider_id_key" ON "organization"("provider", "location", "provider_id");

-- CreateIndex
CREATE INDEX "team_organization_id_slug_idx" ON "team"("organization_id", "slug");

-- CreateIndex
CREATE INDEX "team_parent_id_idx" ON "team"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "team_organization_id_provider_id_key" ON "team"("organization_id", "provider_id");

-- CreateIndex
CREATE INDEX "repository_organization_id_name_idx" ON "repository"("organization_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "repository_organization_id_provider_id_key" ON "repository"("organization_id", "provider_id");

-- CreateIndex
CREATE INDEX "repository_owner_team_id_idx" ON "repository_owner"("team_id");

-- CreateIndex
CREATE INDEX "scan_organization_id_requested_at_idx" ON "scan"("organization_id", "requested_at" DESC);

-- CreateIndex
CREATE INDEX "scan_state_idx" ON "scan"("state");

-- CreateIndex
CREATE INDEX "scan_repository_scan_id_state_idx" ON "scan_repository"("scan_id", "state");

-- CreateIndex
CREATE INDEX "scan_repository_repository_id_idx" ON "scan_repository"("repository_id");

-- CreateIndex
CREATE UNIQUE INDEX "snapshot_repository_id_valid_from_key" ON "snapshot"("repository_id", "valid_from");

-- CreateIndex
CREATE UNIQUE INDEX "snapshot_open_key" ON "snapshot"("repository_id") WHERE ("valid_to" IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "flake_snapshot_id_directory_key" ON "flake"("snapshot_id", "directory");

-- CreateIndex
CREATE INDEX "input_upstream_idx" ON "input"("upstream");

-- CreateIndex
CREATE INDEX "lock_node_upstream_idx" ON "lock_node"("upstream");

-- CreateIndex
CREATE INDEX "finding_check_id_outcome_idx" ON "finding"("check_id", "outcome");

-- CreateIndex
CREATE INDEX "waiver_repository_id_check_id_idx" ON "waiver"("repository_id", "check_id");

-- CreateIndex
CREATE INDEX "waiver_organization_id_idx" ON "waiver"("organization_id");

-- CreateIndex
CREATE INDEX "metric_point_organization_id_metric_id_day_idx" ON "metric_point"("organization_id", "metric_id", "day");

-- AddForeignKey
ALTER TABLE "team" ADD CONSTRAINT "team_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team" ADD CONSTRAINT "team_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "repository" ADD CONSTRAINT "repository_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "repository_owner" ADD CONSTRAINT "repository_owner_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "repository"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "repository_owner" ADD CONSTRAINT "repository_owner_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scan" ADD CONSTRAINT "scan_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scan_repository" ADD CONSTRAINT "scan_repository_scan_id_fkey" FOREIGN KEY ("scan_id") REFERENCES "scan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scan_repository" ADD CONSTRAINT "scan_repository_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "repository"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snapshot" ADD CONSTRAINT "snapshot_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "repository"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "flake" ADD CONSTRAINT "flake_snapshot_id_fkey" FOREIGN KEY ("snapshot_id") REFERENCES "snapshot"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "input" ADD CONSTRAINT "input_flake_id_fkey" FOREIGN KEY ("flake_id") REFERENCES "flake"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lock_node" ADD CONSTRAINT "lock_node_flake_id_fkey" FOREIGN KEY ("flake_id") REFERENCES "flake"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "repository"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waiver" ADD CONSTRAINT "waiver_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waiver" ADD CONSTRAINT "waiver_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "repository"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "metric_point" ADD CONSTRAINT "metric_point_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "metric_point" ADD CONSTRAINT "metric_point_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "metric_point" ADD CONSTRAINT "metric_point_scan_id_fkey" FOREIGN KEY ("scan_id") REFERENCES "scan"("id") ON DELETE SET NULL ON UPDATE CASCADE;
