import { z } from "zod";
import { readFirstResults } from "../first-results.ts";
import { defineEndpoint } from "./endpoint.ts";
import { shareSchema, stageSchema } from "./vocabulary.ts";

/** scanResultsEndpoint gives what the first scan of an organization has shown so far, as its page follows it. */
export const scanResultsEndpoint = defineEndpoint({
  path: "/scans/{scan}/results",
  summary: "What the first scan of an organization has shown so far",
  parameters: z.strictObject({ scan: z.string().max(100) }),
  answer: z.object({
    headlines: z
      .array(z.object({ metricId: z.string(), label: z.string(), share: shareSchema }))
      .readonly()
      .describe("What was not read yet counts as unknown."),
    flakes: z.object({
      count: z.int().min(0),
      first: z
        .array(z.object({ name: z.string(), href: z.string(), stages: z.array(stageSchema).readonly() }))
        .readonly()
        .describe("Repositories with a flake that were read first; at most 8."),
    }),
    teams: z.object({
      count: z.int().min(0).describe("Teams that own a repository that counts."),
      largest: z
        .array(z.object({ slug: z.string(), name: z.string(), href: z.string(), share: shareSchema }))
        .readonly()
        .describe("Those with the most repositories; at most 8."),
    }),
  }),
  read: (context, { scan }) => readFirstResults(context, scan),
});
