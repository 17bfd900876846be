import { z } from "zod";
import { authorizeRead } from "#lib/access/authorize.ts";
import { listOrganizations } from "#lib/store/organizations.ts";
import { defineEndpoint } from "./endpoint.ts";
import { pageOf } from "./page.ts";

/** organizationsEndpoint lists all organizations by slug, on one page: a process serves few. */
export const organizationsEndpoint = defineEndpoint({
  path: "/organizations",
  summary: "The organizations that are scanned here",
  parameters: z.strictObject({}),
  answer: pageOf(
    z.object({
      slug: z.string(),
      login: z.string(),
      name: z.string(),
      provider: z.enum(["github", "local"]),
      url: z.string().nullable(),
      isSample: z.boolean(),
    }),
  ),
  read: async ({ database, actor }) => {
    authorizeRead(actor);
    const organizations = await listOrganizations(database);
    const items = organizations
      .map(({ slug, login, name, provider, url, isSample }) => ({ slug, login, name, provider, url, isSample }))
      .toSorted((one, other) => (one.slug < other.slug ? -1 : 1));
    return { items, next: null };
  },
});
