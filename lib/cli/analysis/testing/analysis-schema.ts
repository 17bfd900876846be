import { z } from "zod";
import { flakeSchema } from "#lib/views/api/flake-schema.ts";

// The contract of `flakeboard analyze --json`, written down apart from the code that makes the document.

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
  flakes: z.array(flakeSchema),
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
          language: z.enum(["nix", "nix.conf", "yaml", "shell", "markdown"]),
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
