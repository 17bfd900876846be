import { z } from "zod";
import { evidenceSchema, observedSchema } from "./observed-schema.ts";

/** secretsSchema reads what a repository shows of secrets. */
export const secretsSchema = z.object({
  plaintext: observedSchema(z.array(z.object({ rule: z.string(), evidence: evidenceSchema }))),
  keyFileReads: observedSchema(z.array(z.object({ file: z.string(), evidence: evidenceSchema }))),
  managers: z.array(
    z.object({
      kind: z.enum(["agenix", "ragenix", "agenix-rekey", "sops-nix", "vault", "opnix"]),
      evidence: evidenceSchema,
    }),
  ),
});
