import { z } from "zod";

/** organizationQuery asks who the organization is. */
export const organizationQuery = `query Organization($login: String!) {
  rateLimit { cost remaining }
  organization(login: $login) { id login name url }
}`;

/** organizationSchema is the answer to organizationQuery; null when there is none that the token can see. */
export const organizationSchema = z.object({
  organization: z
    .object({
      id: z.string().min(1),
      login: z.string().min(1),
      name: z.string().nullable(),
      url: z.url({ protocol: /^https?$/ }),
    })
    .nullish(),
});
