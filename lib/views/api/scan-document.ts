import { z } from "zod";
import type { Scan } from "#lib/model/scan.ts";
import { instantSchema } from "./vocabulary.ts";

const count = z.int().min(0);

/** scanSchema is a scan in a list; its names are those of `flakeboard scan --json`. */
export const scanSchema = z.object({
  scan: z.string(),
  organization: z.string(),
  state: z.enum(["queued", "running", "completed", "partial", "failed", "cancelled"]),
  requestedAt: instantSchema,
  startedAt: instantSchema.nullable(),
  finishedAt: instantSchema.nullable(),
  repositories: z.object({
    total: count,
    eligible: count,
    read: count.describe("Whose content is known after the scan, unchanged ones included."),
    unchanged: count,
    failed: count,
    withFlake: count,
  }),
  requests: z.object({ graphql: count, rest: count, points: count }),
});

/** scanOf is a scan as the API gives it. */
export function scanOf(organization: string, scan: Scan): z.input<typeof scanSchema> {
  const { total, eligible, read, unchanged, failed, withFlake } = scan.counts;
  const { graphql, rest, points } = scan.requests;
  return {
    scan: scan.id,
    organization,
    state: scan.state,
    requestedAt: scan.requestedAt,
    startedAt: scan.startedAt,
    finishedAt: scan.finishedAt,
    repositories: { total, eligible, read: read + unchanged, unchanged, failed, withFlake },
    requests: { graphql, rest, points },
  };
}
