import { z } from "zod";
import { evidenceSchema, unknownReasonSchema } from "./observed-schema.ts";

const sourceSchema = z.enum(["nix-config", "workflow", "nix.conf", "module", "action", "service"]);

const cacheSchema = z.object({
  name: z.string(),
  class: z.enum(["private", "ambiguous", "ci-only"]),
  source: sourceSchema,
  url: z.string().nullable(),
  evidence: evidenceSchema,
});

const keySchema = z.object({ name: z.string(), source: sourceSchema, evidence: evidenceSchema });

const trustSchema = z.object({
  kind: z.enum([
    "accept-flake-config",
    "trusted-users",
    "sandbox-off",
    "signatures-off",
    "insecure-substituter",
    "import-from-derivation",
  ]),
  value: z.string().nullable(),
  source: sourceSchema,
  evidence: evidenceSchema,
});

const computedSchema = z.object({ holds: z.enum(["caches", "keys"]), source: sourceSchema, evidence: evidenceSchema });

/** cachingSchema reads what a repository shows of caches and trust. */
export const cachingSchema = z.object({
  caches: z.array(cacheSchema),
  keys: z.array(keySchema),
  trust: z.array(trustSchema),
  computed: z.array(computedSchema),
  replacesDefault: evidenceSchema.nullable(),
  mayHideCache: evidenceSchema.nullable(),
  unread: unknownReasonSchema.nullable(),
});
