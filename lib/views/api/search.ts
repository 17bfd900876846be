import { z } from "zod";
import { queryLengthMax } from "../search/query-length.ts";
import { readSearch } from "../search/search.ts";
import { defineEndpoint } from "./endpoint.ts";

/** searchEndpoint finds repositories, teams, inputs, checks, resources and pages by their names. */
export const searchEndpoint = defineEndpoint({
  path: "/search",
  summary: "What an organization has, by name",
  parameters: z.strictObject({
    organization: z.string().max(200).describe("The slug of an organization."),
    q: z.string().max(queryLengthMax).default("").describe("Words; each must be found."),
  }),
  answer: z.object({
    query: z.string(),
    groups: z
      .array(
        z.object({
          id: z.string(),
          label: z.string(),
          total: z.int().min(1),
          hits: z
            .array(z.object({ title: z.string(), detail: z.string().nullable(), href: z.string() }))
            .readonly()
            .describe("The best six."),
        }),
      )
      .readonly(),
  }),
  read: (context, { organization, q }) => readSearch(context, organization, q, 6),
});
