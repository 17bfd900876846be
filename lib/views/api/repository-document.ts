import { z } from "zod";
import type { RepositoryRow } from "../shared.ts";
import { ageSchema, instantSchema, stageSchema } from "./vocabulary.ts";

/** repositorySchema is a repository in a list. */
export const repositorySchema = z.object({
  organization: z.string(),
  repository: z.string().describe("`owner/name`."),
  visibility: z.enum(["public", "internal", "private"]),
  teams: z.array(z.string()).readonly().describe("The slugs of its owners."),
  ownershipRule: z.string().describe("The rule that decided who owns it."),
  notEligible: z
    .enum(["archived", "fork", "empty", "excluded"])
    .nullable()
    .describe("Why it stays out of every share; null when it counts."),
  reading: z.enum(["read", "failed", "unread"]),
  mainFlakes: z.int().min(0),
  stages: z.array(stageSchema).readonly(),
  nextStep: z.string().nullable(),
  nixpkgsAgeDays: ageSchema.nullable().describe("Of its oldest Nixpkgs; null when it has none."),
  failing: z.int().min(0),
  pushedAt: instantSchema.nullable(),
});

/** repositoryDocument is a row of the table of repositories, as the API gives it. */
export function repositoryDocument(organization: string, row: RepositoryRow): z.input<typeof repositorySchema> {
  return {
    organization,
    repository: row.fullName,
    visibility: row.visibility,
    teams: row.teams.map((team) => team.slug),
    ownershipRule: row.ownershipRule,
    notEligible: row.notEligible,
    reading: row.reading,
    mainFlakes: row.mainFlakes,
    stages: row.stages,
    nextStep: row.nextStep,
    nixpkgsAgeDays: row.nixpkgsAgeDays,
    failing: row.failing,
    pushedAt: row.pushedAt,
  };
}
