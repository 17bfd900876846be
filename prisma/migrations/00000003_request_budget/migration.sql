-- CreateEnum
CREATE TYPE "ApiResource" AS ENUM ('graphql', 'rest');

-- CreateTable
CREATE TABLE "request_budget" (
    "key" TEXT NOT NULL,
    "resource" "ApiResource" NOT NULL,
    "limit" INTEGER,
    "remaining" INTEGER,
    "reset_at" TIMESTAMPTZ(3),
    "paused_until" TIMESTAMPTZ(3),
    "lane_holder" UUID,
    "lane_until" TIMESTAMPTZ(3),

    CONSTRAINT "request_budget_pkey" PRIMARY KEY ("key","resource")
);
