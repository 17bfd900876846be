import { z } from "zod";

/** propertySchemaSchema is the answer of `GET /orgs/{org}/properties/schema`: which custom properties there are. */
export const propertySchemaSchema = z.array(z.object({ property_name: z.string() }));

/** propertyValuesSchema is one page of `GET /orgs/{org}/properties/values`: repositories with what is set on each. */
export const propertyValuesSchema = z.array(
  z.object({
    repository_full_name: z.string().regex(/^[^/]+\/[^/]+$/),
    properties: z.array(
      z.object({ property_name: z.string(), value: z.union([z.string(), z.array(z.string())]).nullable() }),
    ),
  }),
);
