import { z } from "zod";

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
  ref: attributes.nullable(),
  node: z.string().nullable(),
  locked: attributes.nullable(),
  ageDays: z.int().nullable(),
});

/** flakeSchema is one flake, as the contract of `flakeboard analyze --json` has it. */
export const flakeSchema = z.strictObject({
  dir: z.string(),
  role: z.enum(["main", "template", "example", "test"]),
  parse: z.discriminatedUnion("status", [
    z.strictObject({ status: z.literal("ok") }),
    problem.extend({ line: z.int().min(1), column: z.int().min(1) }),
  ]),
  description: z.string().nullable(),
  inputs: z.array(input).readonly(),
  nixConfig: z.record(z.string(), z.union([attribute, z.array(z.string()).readonly()])),
  outputs: z.strictObject({ names: z.array(z.string()).readonly(), complete: z.boolean() }),
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
      issues: z
        .array(
          z.strictObject({
            input: z.string(),
            kind: z.enum(["disallowed", "outdated", "nonUpstream"]),
            value: z.string(),
          }),
        )
        .readonly(),
    }),
    problem,
  ]),
  flakeCheckerDifferences: z.array(z.string()).readonly(),
});
