import { z } from "zod";

const graphqlErrorSchema = z.object({
  /** GitHub's own kind, such as NOT_FOUND; absent on faults of the query itself. */
  type: z.string().nullish(),
  message: z.string().catch(""),
  path: z.array(z.union([z.string(), z.number()])).nullish(),
});

/** GraphqlError is one line of `errors` beside the data of a GraphQL answer. */
export type GraphqlError = z.infer<typeof graphqlErrorSchema>;

/** graphqlAnswerSchema is the envelope of every GraphQL answer: data, errors, or both when the data is partial. */
export const graphqlAnswerSchema = z
  .object({ data: z.unknown().optional(), errors: z.array(graphqlErrorSchema).nullish() })
  .refine((answer) => answer.data !== undefined || (answer.errors ?? []).length > 0);

/** rateLimitSchema is the `rateLimit` field of a query; null on an Enterprise Server without limits. */
export const rateLimitSchema = z.object({
  rateLimit: z.object({ cost: z.number().int(), remaining: z.number().int() }).nullish(),
});

/** nodesSchema is the answer to a query by ids: one node for each, in their order, null where there is none. */
export const nodesSchema = z.object({ nodes: z.array(z.unknown()) });

/** nodeSchema is the answer to a query by one id. */
export const nodeSchema = z.object({ node: z.unknown() });

/** errorBodySchema is the body of a refused REST request, and of a refused GraphQL one. */
export const errorBodySchema = z.object({ message: z.string() });

/** errorsUnder picks the errors that lie at `path` or below it. */
export function errorsUnder(
  errors: readonly GraphqlError[],
  ...path: readonly (string | number)[]
): readonly GraphqlError[] {
  return errors.filter((error) => path.every((part, index) => error.path?.[index] === part));
}

/** isResourceLimit says whether GitHub ended the query at this place because it had become too expensive. */
export function isResourceLimit(error: GraphqlError): boolean {
  return error.type === "RESOURCE_LIMITS_EXCEEDED" || /resource limits? for this query/i.test(error.message);
}

/** isRefusal says whether this will be the answer the next time too: the place is gone or not ours to see. */
export function isRefusal(error: GraphqlError): boolean {
  return error.type === "NOT_FOUND" || error.type === "FORBIDDEN" || error.type === "INSUFFICIENT_SCOPES";
}

/** isRefusedCursor says whether GitHub no longer knows the place at which a list was to go on. */
export function isRefusedCursor(error: GraphqlError): boolean {
  return error.type === "INVALID_CURSOR_ARGUMENTS" || /does not appear to be a valid cursor/i.test(error.message);
}
