import { type DocumentNode, execute, GraphQLError, Kind, parse, validate } from "graphql";
import { z } from "zod";
import type { EmulatedRequest, Fault, Response } from "./faults.ts";
import type { Organization } from "./folder.ts";
import { queryRoot } from "./github-objects.ts";
import { measureQuery, type QueryMeasure, QueryRefused } from "./measure-query.ts";
import type { Rate } from "./rate-limits.ts";
import { type QueryContext, resolveField } from "./resolve-field.ts";
import { githubSchema } from "./schema.ts";

const bodySchema = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()).nullish() });

/** ReadQuery is a query that GitHub would execute, with its price; `refusal` is the answer to one that it would not. */
export type ReadQuery =
  | { readonly document: DocumentNode; readonly request: EmulatedRequest; readonly measure: QueryMeasure }
  | { readonly refusal: Response };

/** readQuery parses a request body, checks the query against GitHub's schema, and measures it. */
export function readQuery(body: string): ReadQuery {
  const parsed = bodySchema.safeParse(toJson(body));
  if (!parsed.success) return { refusal: { status: 400, body: { message: "Problems parsing JSON" } } };
  const variables = parsed.data.variables ?? {};
  try {
    const document = parse(parsed.data.query);
    const [invalid] = validate(githubSchema(), document);
    if (invalid !== undefined) return refuse(invalid.message, { extensions: { code: "undefinedField" } });
    const measure = measureQuery(githubSchema(), document, variables);
    return {
      document,
      measure,
      request: { kind: "graphql", operation: nameOf(document), variables, nodes: measure.nodes },
    };
  } catch (error) {
    if (error instanceof GraphQLError) return refuse(error.message, {});
    if (error instanceof QueryRefused) return refuse(error.message, { type: error.type });
    throw error;
  }
}

/** answerGraphql executes a query over an organization. A `rateLimit` of null is an Enterprise Server without limits. */
export async function answerGraphql(
  { document, request, measure }: Extract<ReadQuery, { document: DocumentNode }>,
  organization: Organization,
  faults: readonly Fault[],
  rate: Rate | null,
): Promise<{ readonly response: Response; readonly texts: number }> {
  const rateLimit = rate && {
    cost: measure.cost,
    nodeCount: measure.nodes,
    limit: rate.limit,
    remaining: rate.remaining,
    used: rate.used,
    resetAt: new Date(rate.reset * 1000).toISOString(),
  };
  const contextValue: QueryContext = { faults, texts: 0, objects: 0 };
  const { data, errors } = await execute({
    schema: githubSchema(),
    document,
    rootValue: queryRoot(organization, rateLimit),
    contextValue,
    variableValues: request.variables,
    fieldResolver: resolveField,
  });
  const body = {
    ...(data === undefined ? {} : { data }),
    ...(errors === undefined ? {} : { errors: errors.map(wireError) }),
  };
  return { response: { status: 200, body }, texts: contextValue.texts };
}

/** GitHub puts the kind of an error beside its message, where graphql puts it into `extensions`. */
function wireError({ message, path, locations, extensions }: GraphQLError) {
  return { ...(typeof extensions.type === "string" ? { type: extensions.type } : {}), path, locations, message };
}

function refuse(message: string, more: object): ReadQuery {
  return { refusal: { status: 200, body: { errors: [{ ...more, message }] } } };
}

function nameOf(document: DocumentNode): string {
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return operation?.name?.value ?? "";
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
