import type { z } from "zod";
import type { CustomProperty } from "../source-provider.ts";
import type { GithubClient } from "./client.ts";
import { notLikeGithub } from "./failure-words.ts";
import { propertySchemaSchema, propertyValuesSchema } from "./wire/property.ts";

// The most that GitHub gives on one page.
const pageSize = 100;

/**
 * listProperties gives the values of some custom properties, where they are set. GraphQL does not know them (reference:
 * schema facts), so this is REST: one request, and one for each hundred repositories when the organization has such a
 * property at all.
 *
 * Where the token may not see them, or the server is too old to have any, there are none to see.
 * @throws AppError when GitHub does not answer.
 */
export async function listProperties(
  client: GithubClient,
  names: readonly string[],
  signal: AbortSignal,
): Promise<readonly CustomProperty[]> {
  if (names.length === 0) return [];
  const defined = await ask(client, "GET /orgs/{org}/properties/schema", {}, propertySchemaSchema, signal);
  if (!defined?.some(({ property_name }) => names.includes(property_name))) return [];

  const found: CustomProperty[] = [];
  for (let page = 1; ; page += 1) {
    const parameters = { per_page: pageSize, page };
    const rows = await ask(client, "GET /orgs/{org}/properties/values", parameters, propertyValuesSchema, signal);
    for (const row of rows ?? []) found.push(...propertiesOf(row, names));
    if (rows === undefined || rows.length < pageSize) return found;
  }
}

/** Undefined when there is nothing that this token can see. */
async function ask<Value>(
  client: GithubClient,
  route: `GET /${string}`,
  parameters: Readonly<Record<string, unknown>>,
  schema: z.ZodType<Value>,
  signal: AbortSignal,
): Promise<Value | undefined> {
  const { organization } = client.addressee;
  const subject = `the custom properties of ${organization}`;
  const outcome = await client.get(route, { org: organization, ...parameters }, subject, signal);
  if (outcome.status === "failed") {
    if (outcome.error.code === "not-found" || outcome.error.code === "forbidden") return undefined;
    throw outcome.error;
  }
  const parsed = schema.safeParse(outcome.body);
  if (!parsed.success) throw notLikeGithub(client.addressee, parsed.error);
  return parsed.data;
}

function propertiesOf(
  row: z.infer<typeof propertyValuesSchema>[number],
  names: readonly string[],
): readonly CustomProperty[] {
  const [owner = "", name = ""] = row.repository_full_name.split("/");
  return row.properties.flatMap(({ property_name, value }) => {
    if (value === null || !names.includes(property_name)) return [];
    return [{ owner, name, property: property_name, values: [value].flat() }];
  });
}
