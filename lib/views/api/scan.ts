import { z } from "zod";
import { readScanById } from "../scan.ts";
import { defineEndpoint } from "./endpoint.ts";
import { instantSchema } from "./vocabulary.ts";

const count = z.int().min(0);
const failure = z.object({ code: z.string(), message: z.string() }).nullable();

/** scanEndpoint gives one scan with its progress, as its page follows it while it moves. */
export const scanEndpoint = defineEndpoint({
  path: "/scans/{scan}",
  summary: "One scan, with its progress and its log",
  parameters: z.strictObject({ scan: z.string().max(100) }),
  answer: z.object({
    organization: z.object({ slug: z.string(), name: z.string() }),
    scan: z.object({
      id: z.string(),
      state: z.enum(["queued", "running", "completed", "partial", "failed", "cancelled"]),
      phase: z.enum(["inventory", "reading", "roll-up", "done"]),
      requestedAt: instantSchema,
      startedAt: instantSchema.nullable(),
      finishedAt: instantSchema.nullable(),
      total: count,
      eligible: count,
      read: count.describe("Read in this scan, those that had not changed not counted."),
      unchanged: count,
      failed: count,
      withFlake: count,
      failure,
    }),
    errors: z.array(z.object({ code: z.string(), count, example: z.string() })).readonly(),
    repositories: z
      .array(
        z.object({
          fullName: z.string(),
          state: z.enum(["pending", "unchanged", "read", "failed"]),
          failure,
          finishedAt: instantSchema.nullable(),
        }),
      )
      .readonly()
      .describe("Failed ones first; at most 200."),
  }),
  read: (context, { scan }) => readScanById(context, scan),
});
