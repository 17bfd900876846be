import { deflateRawSync, inflateRawSync } from "node:zlib";
import { z } from "zod";
import type { FileText } from "#lib/model/tree.ts";
import type { Database } from "./database.ts";
import { toStorableJson, toStorableKey } from "./storable.ts";

// Source text of repositories is not kept: what is here belongs to a scan that runs, and goes when it is over. The table
// is not written to the log of the database, so no backup and no crash preserves it.

// 10,000 repositories have some 30 MB of texts that are read, compressed. What comes beyond is asked for again.
const keptCharactersMax = 64 * 1024 * 1024;

const fileTextSchema = z.discriminatedUnion("status", [
  z.object({ status: z.literal("text"), text: z.string() }),
  z.object({ status: z.literal("binary") }),
  z.object({ status: z.literal("too-large"), sizeBytes: z.number() }),
]);

/** findScanTexts is those of some objects that a running scan has read before, in whichever process, by object id. */
export async function findScanTexts(
  db: Database,
  scanId: string,
  oids: readonly string[],
): Promise<ReadonlyMap<string, FileText>> {
  const rows = await db.client.scanText.findMany({
    where: { scanId, oid: { in: oids.map(toStorableKey) } },
    select: { oid: true, content: true },
  });
  return new Map(rows.map(({ oid, content }) => [oid, unpack(content)]));
}

/** keepScanTexts keeps what a running scan has read until it is over, up to 64 MB; what is missing is not kept. */
export async function keepScanTexts(db: Database, scanId: string, texts: ReadonlyMap<string, FileText>): Promise<void> {
  const rows = [...texts]
    .filter(([, { status }]) => status !== "missing")
    .map(([oid, text]) => ({ oid: toStorableKey(oid), content: pack(text) }));
  if (rows.length === 0) return;
  await db.client.$executeRaw`
    INSERT INTO scan_text (scan_id, oid, content)
    SELECT scan.id, row.oid, row.content
    FROM scan, json_to_recordset(${toStorableJson(rows)}::json) AS row(oid text, content text)
    WHERE scan.id = ${scanId}::uuid AND scan.state = 'running' AND ${keptCharactersMax}::bigint > (
      SELECT coalesce(sum(length(content)), 0) FROM scan_text WHERE scan_id = ${scanId}::uuid)
    ON CONFLICT DO NOTHING`;
}

/** forgetScanTexts drops the texts of every scan that is over. */
export async function forgetScanTexts(db: Database): Promise<void> {
  await db.client.scanText.deleteMany({ where: { scan: { state: { notIn: ["queued", "running"] } } } });
}

function pack(text: FileText): string {
  // Level 1: a third of the size is enough, and quick.
  return deflateRawSync(JSON.stringify(text), { level: 1 }).toString("base64");
}

function unpack(content: string): FileText {
  return fileTextSchema.parse(JSON.parse(inflateRawSync(Buffer.from(content, "base64")).toString("utf8")));
}
