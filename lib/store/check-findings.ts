import { z } from "zod";
import type { Evidence } from "#lib/model/evidence.ts";
import type { Instant } from "#lib/model/instant.ts";
import type { Database } from "./database.ts";
import { evidenceSchema } from "./facts/observed-schema.ts";

/** CheckFinding is a finding of one check that does not pass, in one repository. */
export interface CheckFinding {
  readonly repositoryId: string;
  readonly subject: string;
  readonly outcome: "fail" | "unknown";
  readonly summary: string;
  readonly evidence: readonly Evidence[];
  readonly since: Instant;
}

const evidenceListSchema = z.array(evidenceSchema);

/**
 * listCheckFindings is where a check fails or is unknown in an organization, fails first, the oldest of each
 * before the newer, at most `limit`.
 */
export async function listCheckFindings(
  db: Database,
  organizationId: string,
  checkId: string,
  limit: number,
): Promise<readonly CheckFinding[]> {
  const repository = { organizationId, removedAt: null };
  const rows = await db.client.finding.findMany({
    where: { checkId, outcome: { in: ["fail", "unknown"] }, repository },
    select: { repositoryId: true, subject: true, outcome: true, summary: true, evidence: true, since: true },
    orderBy: [{ outcome: "asc" }, { since: "asc" }, { repositoryId: "asc" }, { subject: "asc" }],
    take: limit,
  });
  return rows.map(({ outcome, evidence, since, ...row }) => ({
    ...row,
    outcome: outcome === "fail" ? "fail" : "unknown",
    evidence: evidenceListSchema.parse(evidence),
    since: since.toISOString(),
  }));
}
