import { z } from "zod";
import { authorizeRead } from "#lib/access/authorize.ts";
import { nextStage } from "#lib/checks/next-stage.ts";
import type { Policy } from "#lib/model/policy.ts";
import { listOrganizations } from "#lib/store/organizations.ts";
import { findPolicy } from "#lib/store/policies.ts";
import { findRepository } from "#lib/store/repositories.ts";
import type { RepositoryDetail } from "#lib/store/repository-detail.ts";
import { flakeDocument } from "../flake-document.ts";
import type { ReadContext } from "../read-context.ts";
import { readRepositories } from "../repositories.ts";
import { defineEndpoint } from "./endpoint.ts";
import { flakeSchema } from "./flake-schema.ts";
import { repositoryDocument, repositorySchema } from "./repository-document.ts";
import { instantSchema, outcomeSchema, placeSchema, stageSchema } from "./vocabulary.ts";

const answer = repositorySchema.extend({
  commit: z.string().nullable().describe("The commit that was last read; null until one was."),
  readAt: instantSchema.nullable(),
  stage: z.object({ reached: z.array(stageSchema).readonly(), next: stageSchema.nullable() }),
  flakes: z.array(flakeSchema).nullable().describe("Null where they have not been read by this version."),
  findings: z.array(
    z.object({
      check: z.string(),
      subject: z.string(),
      outcome: outcomeSchema,
      summary: z.string(),
      since: instantSchema,
      evidence: z.array(placeSchema).readonly(),
    }),
  ),
});

/** repositoryEndpoint gives one repository with its flakes and findings, named as in the analysis document. */
export const repositoryEndpoint = defineEndpoint({
  path: "/repositories/{owner}/{name}",
  summary: "One repository, with its flakes and findings",
  parameters: z.strictObject({
    owner: z.string().max(200),
    name: z.string().max(200),
    organization: z.string().max(200).optional().describe("Needed only where two organizations have it."),
  }),
  answer,
  read: async (context, { owner, name, organization }) => {
    authorizeRead(context.actor);
    for (const { id, slug } of await listOrganizations(context.database)) {
      if (organization !== undefined && organization !== slug) continue;
      const detail = await findRepository(context.database, id, owner, name);
      if (detail === null || detail.removedAt !== null) continue;
      return documentOf(context, slug, detail, (await findPolicy(context.database, id)).policy);
    }
    return null;
  },
});

async function documentOf(
  context: ReadContext,
  slug: string,
  detail: RepositoryDetail,
  policy: Policy,
): Promise<z.input<typeof answer> | null> {
  const name = `${detail.owner}/${detail.name}`;
  const row = (await readRepositories(context, slug))?.repositories.find(({ fullName }) => fullName === name);
  if (row === undefined) return null;
  return {
    ...repositoryDocument(slug, row),
    commit: detail.snapshot?.commit ?? null,
    readAt: detail.snapshot?.readAt ?? null,
    stage: { reached: row.stages, next: nextStage(row.stages) },
    flakes: detail.snapshot?.facts?.flakes.map((flake) => flakeDocument(flake, policy, context.asOf)) ?? null,
    findings: detail.findings.map(({ checkId, subject, outcome, summary, since, evidence }) => ({
      check: checkId,
      subject,
      outcome,
      summary,
      since,
      evidence,
    })),
  };
}
