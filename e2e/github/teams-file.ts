import { readFile } from "node:fs/promises";
import { parse } from "yaml";
import { z } from "zod";

const moment = z.coerce.date().transform((date) => date.toISOString().replace(".000Z", "Z"));

const teamsFileSchema = z.object({
  organization: z.object({ login: z.string().optional(), name: z.string().optional() }).default({}),
  teams: z
    .record(
      z.string(),
      z.object({
        name: z.string().optional(),
        description: z.string().nullable().default(null),
        parent: z.string().nullable().default(null),
        repositories: z.record(z.string(), z.enum(["admin", "maintain", "write", "triage", "read"])).default({}),
      }),
    )
    .default({}),
  repositories: z
    .record(
      z.string(),
      z.object({
        description: z.string().nullable().default(null),
        visibility: z.enum(["public", "internal", "private"]).default("private"),
        fork: z.boolean().default(false),
        createdAt: moment.nullable().default(null),
        archivedAt: moment.nullable().default(null),
        topics: z.array(z.string()).default([]),
        /** What its node id is made of, so that it can be renamed; its name unless told. */
        id: z.string().optional(),
        /** Who has it now, outside of the organization. */
        owner: z.string().optional(),
        properties: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}),
      }),
    )
    .default({}),
});

/** TeamsFile is `teams.yml`: what GitHub knows of an organization beyond its git repositories. */
export type TeamsFile = z.infer<typeof teamsFileSchema>;

/** RepositoryFacts are what it says of one repository. */
export type RepositoryFacts = TeamsFile["repositories"][string];

/** readTeamsFile reads the file at `path`; without one everything has its default. */
export async function readTeamsFile(path: string): Promise<TeamsFile> {
  const source = await readFile(path, "utf8").catch(() => "");
  return teamsFileSchema.parse(parse(source) ?? {});
}

/** noFacts are those of a repository that the file does not name. */
export const noFacts: RepositoryFacts = {
  description: null,
  visibility: "private",
  fork: false,
  createdAt: null,
  archivedAt: null,
  topics: [],
  properties: {},
};
