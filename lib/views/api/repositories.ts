import { z } from "zod";
import { authorizeRead } from "#lib/access/authorize.ts";
import { readRepositories } from "../repositories.ts";
import type { RepositoryRow } from "../shared.ts";
import { defineEndpoint } from "./endpoint.ts";
import { behind, type Key, pageOf, pageParameters, readPage } from "./page.ts";
import { repositoryDocument, repositorySchema } from "./repository-document.ts";
import { stageSchema } from "./vocabulary.ts";

const keyOf = (repository: RepositoryRow): Key => [repository.fullName];

const parameters = z.strictObject({
  ...pageParameters,
  team: z.string().max(200).optional().describe("The slug of an owner."),
  stage: stageSchema.optional().describe("A stage that it has reached."),
  eligible: z.stringbool().optional().describe("Whether it counts in shares."),
});

/** repositoriesEndpoint lists repositories by name. */
export const repositoriesEndpoint = defineEndpoint({
  path: "/repositories",
  summary: "Repositories, with where they stand",
  parameters,
  answer: pageOf(repositorySchema),
  read: async (context, asked) => {
    authorizeRead(context.actor);
    return readPage(
      context,
      asked,
      {
        keyOf,
        rows: async ({ slug }, after, limit) => {
          const all = (await readRepositories(context, slug))?.repositories ?? [];
          return behind(
            all.filter((row) => isAsked(row, asked)),
            keyOf,
            after,
            limit,
          );
        },
      },
      (row, { slug }) => repositoryDocument(slug, row),
    );
  },
});

function isAsked(row: RepositoryRow, { team, stage, eligible }: z.output<typeof parameters>): boolean {
  return (
    (team === undefined || row.teams.some(({ slug }) => slug === team)) &&
    (stage === undefined || row.stages.includes(stage)) &&
    (eligible === undefined || (row.notEligible === null) === eligible)
  );
}
