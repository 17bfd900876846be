-- CreateTable
CREATE UNLOGGED TABLE "scan_text" (
    "scan_id" UUID NOT NULL,
    "oid" TEXT NOT NULL,
    "content" TEXT NOT NULL,

    CONSTRAINT "scan_text_pkey" PRIMARY KEY ("scan_id","oid")
);

-- AddForeignKey
ALTER TABLE "scan_text" ADD CONSTRAINT "scan_text_scan_id_fkey" FOREIGN KEY ("scan_id") REFERENCES "scan"("id") ON DELETE CASCADE ON UPDATE CASCADE;
