import { z } from "zod";

// The contract of `flakeboard analyze --json`, written down a second time, apart from the code that makes the document.

const attribute = z.union([z.string(), z.number(), z.boolean()]);
const attributes = z.record(z.string(), attribute);
const problem = z.strictObject({ status: z.literal("error"), message: z.string().min(1) });
const count = z.int().min(0);

const input = z.strictObject({
  name: z.string(),
  implicit: z.boolean(),
  flake: z.boolean(),
  declared: z.strictObject({
    url: z.string().nullable(),
    attrs: attributes.nullable(),
    follows: z.string().nullable(),
  }),
  overrides: z.record(z.string(), z.strictObject({ url: z.string().optional(), follows: z.string().optional() })),
  ref: z.looseObject({ type: z.string() }).nullable(),
  node: z.string().nullable(),
  locked: attributes.nullable(),
  ageDays: z.int().nullable(),
});

const flake = z.strictObject({
  dir: z.string(),
  role: z.enum(["main", "template", "example", "test"]),
  parse: z.discriminatedUnion("status", [
    z.strictObject({ status: z.literal("ok") }),
    problem.extend({ line: z.int().min(1), column: z.int().min(1) }),
  ]),
  description: z.string().nullable(),
  inputs: z.array(input),
  nixConfig: z.record(z.string(), z.union([attribute, z.array(z.string())])),
  outputs: z.strictObject({ names: z.array(z.string()), complete: z.boolean() }),
  lock: z.discriminatedUnion("status", [
    z.strictObject({
      status: z.literal("ok"),
      version: z.int().min(5).max(7),
      nodes: count,
      reachable: count,
      nixpkgsNodes: count,
    }),
    z.strictObject({ status: z.literal("missing") }),
    problem,
  ]),
  flakeChecker: z.discriminatedUnion("status", [
    z.strictObject({
      status: z.literal("ok"),
      issues: z.array(
        z.strictObject({
          input: z.string(),
          kind: z.enum(["disallowed", "outdated", "nonUpstream"]),
          value: z.string(),
        }),
      ),
    }),
    problem,
  ]),
});

const stage = z.enum(["development", "packaging", "continuous-integration", "distribution", "systems"]);

/** analysisSchema judges one analysis document. */
export const analysisSchema = z.strictObject({
  schemaVersion: z.literal(1),
  asOf: z.iso.datetime(),
  repository: z.strictObject({
    path: z.string(),
    commit: z
      .string()
      .regex(/^([0-9a-f]{40}|[0-9a-f]{64})$/)
      .nullable(),
    dirty: z.boolean(),
  }),
  flakes: z.array(flake),
  stage: z.strictObject({ reached: z.array(stage), next: stage.nullable() }),
  findings: z.array(
    z.strictObject({
      check: z.string(),
      subject: z.string().startsWith("."),
      outcome: z.enum(["pass", "fail", "unknown", "not-applicable"]),
      summary: z.string().min(1),
      evidence: z.array(z.strictObject({ path: z.string(), line: z.int().min(1).optional() })),
      fix: z
        .strictObject({
          title: z.string().min(1),
          language: z.enum(["nix", "yaml", "shell", "markdown"]),
          path: z.string().nullable(),
          text: z.string().min(1),
          note: z.string().nullable(),
        })
        .nullable(),
      resources: z.array(z.strictObject({ title: z.string().min(1), url: z.url() })),
    }),
  ),
  facts: z.looseObject({}),
});
