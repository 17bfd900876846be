import { schema as published } from "@octokit/graphql-schema";
import { buildSchema, type GraphQLSchema } from "graphql";

let built: GraphQLSchema | undefined;

/** githubSchema is the schema that GitHub publishes, built once a process (about 0.3 s). */
export function githubSchema(): GraphQLSchema {
  built ??= buildSchema(published.idl, { noLocation: true, assumeValid: true });
  return built;
}
