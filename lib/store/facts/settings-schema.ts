import { z } from "zod";
import { evidenceSchema } from "./observed-schema.ts";

/** settingsSchema reads what a repository's own settings file says. */
export const settingsSchema = z.discriminatedUnion("status", [
  z.object({ status: z.literal("absent") }),
  z.object({
    status: z.literal("ok"),
    path: z.string(),
    excludedPaths: z.array(z.string()),
    waivers: z.array(
      z.object({
        checkId: z.string(),
        subject: z.string().nullable(),
        reason: z.string(),
        expiresOn: z.string(),
        evidence: evidenceSchema,
      }),
    ),
  }),
  z.object({
    status: z.literal("invalid"),
    path: z.string(),
    problems: z.array(z.object({ message: z.string(), line: z.number().nullable() })),
  }),
]);
