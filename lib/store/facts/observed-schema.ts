import { z } from "zod";
import type { UnknownReason } from "#lib/model/observed.ts";

/** evidenceSchema reads one place where something was seen. */
export const evidenceSchema = z.object({ path: z.string(), line: z.number().exactOptional() });

/** unknownReasonSchema reads why something is unknown. */
export const unknownReasonSchema = z.enum([
  "no-lock",
  "no-lock-node",
  "no-last-modified",
  "in-the-future",
  "unreadable",
  "tree-truncated",
  "not-read",
] as const satisfies readonly UnknownReason[]);

/** observedSchema reads a value that was observed, or the reason why it was not. */
export function observedSchema<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion("known", [
    z.object({ known: z.literal(true), value }),
    z.object({ known: z.literal(false), reason: unknownReasonSchema }),
  ]);
}
