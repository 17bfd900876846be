import { z } from "zod";
import { authorizeRead } from "#lib/access/authorize.ts";
import { checks } from "#lib/checks/registry.ts";
import { defineEndpoint } from "./endpoint.ts";
import { pageOf } from "./page.ts";
import { severitySchema, themeSchema } from "./vocabulary.ts";

/** checksEndpoint lists all checks, as they are before an organization's policy, on one page. */
export const checksEndpoint = defineEndpoint({
  path: "/checks",
  summary: "The checks, and how each decides",
  parameters: z.strictObject({}),
  answer: pageOf(
    z.object({
      id: z.string(),
      version: z.int(),
      theme: themeSchema,
      severity: severitySchema.describe("Before the policy of an organization."),
      title: z.string(),
      why: z.string(),
      how: z.string(),
      limits: z.string().describe("What it cannot know."),
      remediation: z.string(),
    }),
  ),
  read: async ({ actor }) => {
    authorizeRead(actor);
    const items = checks.map(({ id, version, theme, severity, words }) => {
      const { title, why, how, limits, remediation } = words;
      return { id, version, theme, severity, title, why, how, limits, remediation };
    });
    return { items, next: null };
  },
});
