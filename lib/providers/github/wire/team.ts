import { z } from "zod";

/** teamsQuery asks for one page of teams with what they are, without what they may touch. */
export const teamsQuery = `query Teams($login: String!, $first: Int!, $after: String) {
  rateLimit { cost remaining }
  organization(login: $login) {
    teams(first: $first, after: $after, orderBy: { field: NAME, direction: ASC }) {
      pageInfo { hasNextPage endCursor }
      nodes { id slug name description parentTeam { slug } }
    }
  }
}`;

const permissionFields = `fragment PermissionFields on TeamRepositoryConnection {
  pageInfo { hasNextPage endCursor }
  edges { permission node { id } }
}`;

/** teamRepositoriesQuery asks for the first repositories of several teams. */
export const teamRepositoriesQuery = `query TeamRepositories($ids: [ID!]!, $first: Int!) {
  rateLimit { cost remaining }
  nodes(ids: $ids) { ... on Team { repositories(first: $first) { ...PermissionFields } } }
}
${permissionFields}`;

/** moreTeamRepositoriesQuery goes on in the repositories of one team. */
export const moreTeamRepositoriesQuery = `query MoreTeamRepositories($id: ID!, $first: Int!, $after: String!) {
  rateLimit { cost remaining }
  node(id: $id) { ... on Team { repositories(first: $first, after: $after) { ...PermissionFields } } }
}
${permissionFields}`;

const pageInfoSchema = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });

const teamSchema = z.object({
  id: z.string().min(1),
  slug: z.string().min(1),
  name: z.string(),
  description: z.string().nullable(),
  parentTeam: z.object({ slug: z.string() }).nullable(),
});

/** WireTeam is a team without its repositories. */
export type WireTeam = z.infer<typeof teamSchema>;

/** teamPageSchema is one page of teamsQuery. */
export const teamPageSchema = z.object({ pageInfo: pageInfoSchema, nodes: z.array(teamSchema) });

const edgeSchema = z.object({
  permission: z.enum(["ADMIN", "MAINTAIN", "WRITE", "TRIAGE", "READ"]),
  node: z.object({ id: z.string().min(1) }),
});

/** teamRepositoriesSchema is one team of teamRepositoriesQuery, or that of moreTeamRepositoriesQuery. */
export const teamRepositoriesSchema = z.object({
  repositories: z.object({ pageInfo: pageInfoSchema, edges: z.array(edgeSchema) }),
});

/** WireTeamRepositories is one page of what a team may touch. */
export type WireTeamRepositories = z.infer<typeof teamRepositoriesSchema>["repositories"];
