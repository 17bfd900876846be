import { z } from "zod";
import { evidenceSchema, observedSchema } from "./observed-schema.ts";

/** knowledgeSchema reads what a repository shows of its way in, and of what Nix could do for it. */
export const knowledgeSchema = z.object({
  entries: observedSchema(
    z.array(z.object({ kind: z.enum(["command", "link"]), text: z.string(), evidence: evidenceSchema })),
  ),
  opportunities: z.array(
    z.object({
      kind: z.enum(["dockerfile", "package-manifest"]),
      language: z.string().nullable(),
      evidence: evidenceSchema,
    }),
  ),
});
