import { z } from "zod";
import { factsVersion, type RepositoryFacts } from "#lib/model/facts.ts";
import type { UnknownReason } from "#lib/model/observed.ts";

/** evidenceSchema reads one place where something was seen. */
export const evidenceSchema = z.object({ path: z.string(), line: z.number().exactOptional() });

const unknownReasonSchema = z.enum([
  "no-lock",
  "no-lock-node",
  "no-last-modified",
  "in-the-future",
  "unreadable",
  "tree-truncated",
  "not-read",
] as const satisfies readonly UnknownReason[]);

function observed<T extends z.ZodType>(value: T) {
  return z.discriminatedUnion("known", [
    z.object({ known: z.literal(true), value }),
    z.object({ known: z.literal(false), reason: unknownReasonSchema }),
  ]);
}

const attributesSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

const lockedSchema = z.object({ attributes: attributesSchema, lastModified: observed(z.number()) });

const inputSchema = z.object({
  name: z.string(),
  isImplicit: z.boolean(),
  isFlake: z.boolean(),
  declaredUrl: z.string().nullable(),
  follows: z.string().nullable(),
  ref: attributesSchema.nullable(),
  node: observed(z.string()),
  locked: lockedSchema.nullable(),
  original: attributesSchema.nullable(),
  versionRange: z.string().nullable(),
  resolvedVersion: z.string().nullable(),
  isNixpkgs: z.boolean(),
  evidence: evidenceSchema,
});

const lockNodeSchema = z.object({
  label: z.string(),
  isFlake: z.boolean(),
  isReachable: z.boolean(),
  isNixpkgs: z.boolean(),
  locked: lockedSchema.nullable(),
  original: attributesSchema.nullable(),
  introducedBy: z.string().nullable(),
  line: z.number().nullable(),
});

const flakeSchema = z.object({
  directory: z.string(),
  role: z.enum(["main", "template", "example", "test"]),
  parse: z.discriminatedUnion("status", [
    z.object({ status: z.literal("ok") }),
    z.object({ status: z.literal("unread"), message: z.string() }),
    z.object({ status: z.literal("error"), message: z.string(), line: z.number(), column: z.number() }),
  ]),
  description: z.string().nullable(),
  inputs: z.array(inputSchema),
  outputs: z
    .object({
      kinds: z.array(z.object({ name: z.string(), evidence: evidenceSchema.nullable() })),
      isComplete: z.boolean(),
    })
    .nullable(),
  lock: z.discriminatedUnion("status", [
    z.object({ status: z.literal("ok"), version: z.number(), nodes: z.array(lockNodeSchema) }),
    z.object({ status: z.literal("missing") }),
    z.object({ status: z.literal("unread"), message: z.string() }),
    z.object({ status: z.literal("error"), message: z.string() }),
  ]),
});

const factsSchema = z.object({
  version: z.literal(factsVersion),
  isComplete: z.boolean(),
  flakes: z.array(flakeSchema),
  nonFlake: z.array(
    z.object({
      kind: z.enum(["shell.nix", "default.nix", "niv", "npins", "devenv", "devbox", "lorri", "use-nix"]),
      evidence: evidenceSchema,
    }),
  ),
  updateAutomation: observed(
    z.array(
      z.object({
        kind: z.enum(["update-flake-lock", "update-flake-inputs", "dependabot", "renovate", "scheduled-update"]),
        evidence: evidenceSchema,
      }),
    ),
  ),
  caches: observed(
    z.array(
      z.object({
        name: z.string(),
        class: z.enum(["private", "ambiguous", "ci-only", "public"]),
        evidence: evidenceSchema,
      }),
    ),
  ),
  stages: z.array(
    z.object({
      stage: z.enum(["development", "packaging", "continuous-integration", "distribution", "systems"]),
      evidence: evidenceSchema,
    }),
  ),
  ownershipClaims: z.object({
    settings: z.array(z.string()).nullable(),
    codeowners: z.object({ evidence: evidenceSchema, owners: z.array(z.string()) }).nullable(),
  }),
});

/**
 * parseFactsDocument reads the facts of a snapshot as they were stored.
 *
 * @returns null for a document of another version of the facts, or one that cannot be read: the repository then has
 * to be read again, and until then its facts are unknown.
 */
export function parseFactsDocument(document: unknown): RepositoryFacts | null {
  const parsed = factsSchema.safeParse(document);
  return parsed.success ? parsed.data : null;
}
