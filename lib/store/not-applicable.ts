import { z } from "zod";
import type { Finding } from "#lib/model/finding.ts";
import type { Instant } from "#lib/model/instant.ts";
import { evidenceSchema } from "./facts/observed-schema.ts";
import type { JudgedRepository } from "./record-findings.ts";
import { toStorableJson, toStorableKey } from "./storable.ts";
import type { Transaction } from "./transaction.ts";

const entrySchema = z.object({
  checkId: z.string(),
  checkVersion: z.number(),
  subject: z.string(),
  summary: z.string(),
  evidence: z.array(evidenceSchema),
  since: z.string(),
});

type Entry = z.infer<typeof entrySchema>;

/** notApplicableSchema reads `repository.not_applicable` as the findings that it stands for. */
export const notApplicableSchema = z.array(
  entrySchema.transform((entry) => ({ ...entry, outcome: "not-applicable" as const })),
);

/**
 * recordNotApplicable makes the findings of each repository that do not apply exactly these, with the moment since
 * which that holds. They are three of four findings, and no list or share asks for them, so each repository has them
 * in one document rather than in thirty rows. What stays as it was is not written again.
 */
export async function recordNotApplicable(
  transaction: Transaction,
  judged: readonly JudgedRepository[],
): Promise<void> {
  const recorded = await listRecorded(transaction, judged);
  const rows = judged.map(({ repositoryId, findings, at }) => {
    const since = new Map(recorded.get(repositoryId)?.map((entry) => [keyOf(entry), entry.since]));
    const entries = findings.flatMap((finding) =>
      finding.outcome === "not-applicable" ? [toEntry(finding, since.get(keyOf(finding)) ?? at)] : [],
    );
    return { id: repositoryId, not_applicable: entries };
  });
  await transaction.$executeRaw`
    UPDATE repository SET not_applicable = row.not_applicable
    FROM json_to_recordset(${toStorableJson(rows)}::json) AS row(id uuid, not_applicable jsonb)
    WHERE repository.id = row.id AND repository.not_applicable <> row.not_applicable`;
}

async function listRecorded(
  transaction: Transaction,
  judged: readonly JudgedRepository[],
): Promise<ReadonlyMap<string, readonly Entry[]>> {
  const rows = await transaction.repository.findMany({
    where: { id: { in: judged.map(({ repositoryId }) => repositoryId) } },
    select: { id: true, notApplicable: true },
  });
  return new Map(rows.map(({ id, notApplicable }) => [id, z.array(entrySchema).parse(notApplicable)]));
}

function toEntry({ checkId, checkVersion, subject, summary, evidence }: Finding, since: Instant): Entry {
  return {
    checkId,
    checkVersion,
    subject: toStorableKey(subject),
    summary,
    evidence: [...evidence],
    since,
  };
}

function keyOf({ checkId, subject }: Pick<Finding, "checkId" | "subject">): string {
  return `${checkId} ${toStorableKey(subject)}`;
}
