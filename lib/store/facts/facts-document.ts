import { z } from "zod";
import { factsVersion, type RepositoryFacts } from "#lib/model/facts.ts";
import {
  flakeCheckerUseSchema,
  integrationSchema,
  nixActionSchema,
  publishingSchema,
  updateAutomationSchema,
} from "./automation-schema.ts";
import { cachingSchema } from "./caching-schema.ts";
import { flakeSchema } from "./flake-schema.ts";
import { knowledgeSchema } from "./knowledge-schema.ts";
import { evidenceSchema, observedSchema } from "./observed-schema.ts";
import { secretsSchema } from "./secrets-schema.ts";
import { settingsSchema } from "./settings-schema.ts";

const nonFlakeSchema = z.object({
  kind: z.enum(["shell.nix", "default.nix", "niv", "npins", "devenv", "devbox", "lorri", "use-nix"]),
  isBridge: z.boolean(),
  evidence: evidenceSchema,
});

const stageSchema = z.object({
  stage: z.enum(["development", "packaging", "continuous-integration", "distribution", "systems"]),
  evidence: evidenceSchema,
});

const factsSchema = z.object({
  version: z.literal(factsVersion),
  isComplete: z.boolean(),
  nixFiles: z.object({ total: z.number(), read: z.number() }),
  flakes: z.array(flakeSchema),
  nonFlake: z.array(nonFlakeSchema),
  updateAutomation: observedSchema(z.array(updateAutomationSchema)),
  flakeChecker: observedSchema(z.array(flakeCheckerUseSchema)),
  nixActions: observedSchema(z.array(nixActionSchema)),
  integration: observedSchema(z.array(integrationSchema)),
  publishing: publishingSchema,
  caching: cachingSchema,
  secrets: secretsSchema,
  knowledge: knowledgeSchema,
  stages: z.array(stageSchema),
  ownershipClaims: z.object({
    settings: z.array(z.string()).nullable(),
    codeowners: z.object({ evidence: evidenceSchema, owners: z.array(z.string()) }).nullable(),
  }),
  settings: settingsSchema,
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
