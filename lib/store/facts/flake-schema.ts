import { z } from "zod";
import { evidenceSchema, observedSchema } from "./observed-schema.ts";

const attributesSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

const lockedSchema = z.object({ attributes: attributesSchema, lastModified: observedSchema(z.number()) });

const inputSchema = z.object({
  name: z.string(),
  isImplicit: z.boolean(),
  isFlake: z.boolean(),
  declaredUrl: z.string().nullable(),
  declaredAttributes: attributesSchema.nullable(),
  follows: z.string().nullable(),
  overrides: z.array(z.object({ name: z.string(), url: z.string().nullable(), follows: z.string().nullable() })),
  ref: attributesSchema.nullable(),
  refProblem: z.string().nullable(),
  node: observedSchema(z.string()),
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
  edges: z.array(z.object({ name: z.string(), label: z.string().nullable(), follows: z.string().nullable() })),
  introducedBy: z.string().nullable(),
  onlyInput: z.string().nullable(),
  line: z.number().nullable(),
});

const lockDriftSchema = z.object({
  missing: z.array(z.string()),
  extra: z.array(z.string()),
  different: z.array(z.object({ name: z.string(), declared: z.string(), locked: z.string() })),
  unknown: z.array(z.string()),
});

const lockSchema = z.discriminatedUnion("status", [
  z.object({
    status: z.literal("ok"),
    version: z.number(),
    nodes: z.array(lockNodeSchema),
    drift: lockDriftSchema.nullable(),
  }),
  z.object({ status: z.literal("missing") }),
  z.object({ status: z.literal("unread"), message: z.string() }),
  z.object({ status: z.literal("error"), message: z.string() }),
]);

const parseSchema = z.discriminatedUnion("status", [
  z.object({ status: z.literal("ok") }),
  z.object({ status: z.literal("unread"), message: z.string() }),
  z.object({ status: z.literal("error"), message: z.string(), line: z.number(), column: z.number() }),
]);

const helperUseSchema = z.object({
  input: z.string(),
  library: z.string(),
  members: z.array(z.string()),
  isOnlyForSystems: z.boolean().nullable(),
});

const outputsSchema = z.object({
  kinds: z.array(z.object({ name: z.string(), evidence: evidenceSchema.nullable() })),
  isComplete: z.boolean(),
  systems: z.array(z.string()).nullable(),
  usedInputs: z.array(z.string()),
  areUsesComplete: z.boolean(),
  inputsNamedElsewhere: z.array(z.string()),
  helperUses: z.array(helperUseSchema),
  containerImages: z.array(evidenceSchema),
});

const nixSettingSchema = z.object({
  name: z.string(),
  value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]),
  evidence: evidenceSchema,
});

const flakeCheckerSchema = z.discriminatedUnion("status", [
  z.object({
    status: z.literal("ok"),
    subjects: z.array(
      z.object({
        input: z.string(),
        branch: z.string().nullable(),
        lastModified: z.number().nullable(),
        owner: z.string().nullable(),
      }),
    ),
  }),
  z.object({ status: z.literal("error"), message: z.string() }),
]);

/** flakeSchema reads the facts of one flake. */
export const flakeSchema = z.object({
  directory: z.string(),
  role: z.enum(["main", "template", "example", "test"]),
  parse: parseSchema,
  description: z.string().nullable(),
  inputs: z.array(inputSchema),
  nixConfig: z.array(nixSettingSchema),
  outputs: outputsSchema.nullable(),
  lock: lockSchema,
  flakeChecker: flakeCheckerSchema.nullable(),
});
