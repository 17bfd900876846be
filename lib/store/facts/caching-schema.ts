import { z } from "zod";
import { evidenceSchema, observedSchema } from "./observed-schema.ts";

const sourceSchema = z.enum(["nix-config", "workflow", "nix.conf", "module", "action"]);

const cacheSchema = z.object({
  name: z.string(),
  class: z.enum(["private", "ambiguous", "ci-only", "public"]),
  source: sourceSchema,
  url: z.string().nullable(),
  evidence: evidenceSchema,
});

const trustSchema = z.object({
  kind: z.enum([
    "accept-flake-config",
    "trusted-users",
    "sandbox-off",
    "signatures-off",
    "insecure-substituter",
    "import-from-derivation",
    "access-tokens",
  ]),
  value: z.string(),
  source: sourceSchema,
  evidence: evidenceSchema,
});

/** cachingSchema reads what a repository shows of caches and trust. */
export const cachingSchema = z.object({
  caches: observedSchema(z.array(cacheSchema)),
  keys: observedSchema(z.array(z.object({ name: z.string(), source: sourceSchema, evidence: evidenceSchema }))),
  trust: observedSchema(z.array(trustSchema)),
  replacesDefault: evidenceSchema.nullable(),
});
