import { z } from "zod";
import { evidenceSchema, unknownReasonSchema } from "./observed-schema.ts";

/** updateAutomationSchema reads one automation that updates flake.lock. */
export const updateAutomationSchema = z.object({
  kind: z.enum([
    "update-flake-lock",
    "update-flake-inputs",
    "dependabot",
    "renovate",
    "renovate-lock-maintenance",
    "scheduled-update",
  ]),
  directories: z.array(z.string()).nullable(),
  inputs: z.array(z.string()).nullable(),
  startsChecks: z.boolean().nullable(),
  evidence: evidenceSchema,
});

/** flakeCheckerUseSchema reads one use of flake-checker. */
export const flakeCheckerUseSchema = z.object({
  by: z.enum(["action", "hook", "command"]),
  mode: z.enum(["warn", "enforce"]).nullable(),
  evidence: evidenceSchema,
});

/** nixActionSchema reads one use of an action around Nix. */
export const nixActionSchema = z.object({ action: z.string(), ref: z.string().nullable(), evidence: evidenceSchema });

/** integrationSchema reads one place that builds a flake without a person. */
export const integrationSchema = z.object({
  by: z.enum(["workflow", "determinate-ci", "garnix", "hercules", "hydra", "buildbot", "gitlab", "omnix"]),
  evidence: evidenceSchema,
});

const publishingPlaceSchema = z.object({
  kind: z.enum(["flakehub-push", "determinate-ci", "flakestry"]),
  visibility: z.enum(["public", "unlisted", "private"]).nullable(),
  style: z.enum(["rolling", "tagged"]).nullable(),
  name: z.string().nullable(),
  directory: z.string().nullable(),
  evidence: evidenceSchema,
});

/** publishingSchema reads where a flake is published, and why not everything that may publish was read. */
export const publishingSchema = z.object({
  places: z.array(publishingPlaceSchema),
  unread: unknownReasonSchema.nullable(),
});
