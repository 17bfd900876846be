-- CreateTable
CREATE TABLE "repository_count" (
    "repository_id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "to_day" DATE,
    "not_eligible" TEXT,
    "team_ids" UUID[],
    "shares" JSONB NOT NULL,

    CONSTRAINT "repository_count_pkey" PRIMARY KEY ("repository_id","from_day")
);

-- AddForeignKey
ALTER TABLE "repository_count" ADD CONSTRAINT "repository_count_repository_id_fkey" FOREIGN KEY ("repository_id") REFERENCES "repository"("id") ON DELETE CASCADE ON UPDATE CASCADE;
