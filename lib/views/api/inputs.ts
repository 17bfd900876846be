import { z } from "zod";
import { authorizeRead } from "#lib/access/authorize.ts";
import { listStoredInputs, type StoredInput } from "#lib/store/stored-rows.ts";
import { defineEndpoint } from "./endpoint.ts";
import { type Key, pageOf, pageParameters, readPage } from "./page.ts";
import { instantSchema } from "./vocabulary.ts";

const keyOf = (input: StoredInput): Key => [input.repository, input.directory, input.name];

/** inputsEndpoint lists the inputs of all flakes, by repository, folder and name. */
export const inputsEndpoint = defineEndpoint({
  path: "/inputs",
  summary: "The inputs of every flake, as declared and as locked",
  parameters: z.strictObject({
    ...pageParameters,
    repository: z.string().max(300).optional().describe("`owner/name`."),
  }),
  answer: pageOf(
    z.object({
      organization: z.string(),
      repository: z.string(),
      dir: z.string().describe("The folder of flake.nix, `.` for the root."),
      role: z.enum(["main", "template", "example", "test"]),
      name: z.string(),
      implicit: z.boolean(),
      url: z.string().nullable().describe("As declared."),
      follows: z.string().nullable(),
      node: z.string().nullable().describe("The lock node that it leads to."),
      rev: z.string().nullable(),
      lastModified: instantSchema.nullable().describe("Null where the lock does not say."),
      nixpkgs: z.boolean().describe("Whether its source is a Nixpkgs tree."),
      upstream: z.string().nullable().describe("Where it points, whatever revision: `github:nixos/nixpkgs`."),
      ref: z.string().nullable().describe("The branch, tag or version range that it asks for; null for the default."),
    }),
  ),
  read: async (context, parameters) => {
    authorizeRead(context.actor);
    const { repository } = parameters;
    return readPage(
      context,
      parameters,
      { keyOf, rows: ({ id }, after, limit) => listStoredInputs(context.database, id, { after, limit, repository }) },
      (input, { slug }) => ({
        organization: slug,
        repository: input.repository,
        dir: input.directory,
        role: input.role,
        name: input.name,
        implicit: input.isImplicit,
        url: input.declaredUrl,
        follows: input.follows,
        node: input.nodeLabel,
        rev: input.revision,
        lastModified: input.lastModified?.toISOString() ?? null,
        nixpkgs: input.isNixpkgs,
        upstream: input.upstream,
        ref: input.ref,
      }),
    );
  },
});
