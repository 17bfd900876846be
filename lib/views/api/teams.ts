import { z } from "zod";
import { authorizeRead } from "#lib/access/authorize.ts";
import { readTeams, type TeamRow } from "../teams.ts";
import { defineEndpoint } from "./endpoint.ts";
import { behind, type Key, pageOf, pageParameters, readPage } from "./page.ts";
import { shareSchema } from "./vocabulary.ts";

const keyOf = (team: TeamRow): Key => [team.slug];

/** teamsEndpoint lists teams by slug. Shares cover the teams below a team, each repository once. */
export const teamsEndpoint = defineEndpoint({
  path: "/teams",
  summary: "Teams, with their shares",
  parameters: z.strictObject(pageParameters),
  answer: pageOf(
    z.object({
      organization: z.string(),
      slug: z.string(),
      name: z.string(),
      description: z.string().nullable(),
      parent: z.string().nullable().describe("The slug of the team above it."),
      repositories: z.int().min(0),
      eligible: z.int().min(0),
      adoption: shareSchema,
      fresh: shareSchema,
      automated: shareSchema,
      medianNixpkgsAgeDays: z.number().nullable().describe("Null where no age is known."),
    }),
  ),
  read: async (context, parameters) => {
    authorizeRead(context.actor);
    return readPage(
      context,
      parameters,
      {
        keyOf,
        rows: async ({ slug }, after, limit) =>
          behind((await readTeams(context, slug))?.teams ?? [], keyOf, after, limit),
      },
      (team, { slug }) => ({
        organization: slug,
        slug: team.slug,
        name: team.name,
        description: team.description,
        parent: team.parentSlug,
        repositories: team.repositories,
        eligible: team.eligible,
        adoption: team.adoption,
        fresh: team.fresh,
        automated: team.automated,
        medianNixpkgsAgeDays: team.medianNixpkgsAgeDays,
      }),
    );
  },
});
