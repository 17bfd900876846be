import { z } from "zod";
import { authorizeRead } from "#lib/access/authorize.ts";
import { listStoredFindings, type StoredFinding } from "#lib/store/stored-rows.ts";
import { defineEndpoint } from "./endpoint.ts";
import { type Key, pageOf, pageParameters, readPage } from "./page.ts";
import { instantSchema, outcomeSchema } from "./vocabulary.ts";

const keyOf = (finding: StoredFinding): Key => [finding.repository, finding.checkId, finding.subject];

/** findingsEndpoint lists the latest outcome of every check, by repository, check and subject. */
export const findingsEndpoint = defineEndpoint({
  path: "/findings",
  summary: "What the checks say of every repository",
  parameters: z.strictObject({
    ...pageParameters,
    repository: z.string().max(300).optional().describe("`owner/name`."),
    check: z.string().max(100).optional(),
    outcome: outcomeSchema.optional(),
  }),
  answer: pageOf(
    z.object({
      organization: z.string(),
      repository: z.string(),
      check: z.string(),
      subject: z.string().describe("`.` the repository, `./nix` a flake, `./nix/nixpkgs` an input."),
      outcome: outcomeSchema,
      summary: z.string(),
      since: instantSchema.describe("When this outcome began."),
    }),
  ),
  read: async (context, parameters) => {
    authorizeRead(context.actor);
    const { repository, check, outcome } = parameters;
    return readPage(
      context,
      parameters,
      {
        keyOf,
        rows: ({ id }, after, limit) =>
          listStoredFindings(context.database, id, { after, limit, repository, check, outcome }),
      },
      ({ repository, checkId, subject, outcome, summary, since }, { slug }) => ({
        organization: slug,
        repository,
        check: checkId,
        subject,
        outcome,
        summary,
        since: since.toISOString(),
      }),
    );
  },
});
