import { z } from "zod";
import { parseInstant } from "#lib/model/instant.ts";
import type { Repository } from "#lib/model/repository.ts";
import { type InventoryItem, inventoryPaths } from "../../source-provider.ts";
import { entryFromMode } from "./tree-entry.ts";

const wantedFiles = inventoryPaths
  .map((path, index) => `file${index}: file(path: ${JSON.stringify(path)}) { mode oid size }`)
  .join(" ");

/**
 * Everything below the head comes from one Commit, so that entries and object ids always belong together even when
 * somebody pushes meanwhile. Tree entries are no connection and cost nothing; languages and topics do.
 */
const repositoryFields = `fragment RepositoryFields on Repository {
  id name url description visibility isArchived isFork createdAt archivedAt pushedAt
  owner { login }
  languages(first: 10, orderBy: { field: SIZE, direction: DESC }) { edges { size node { name } } }
  repositoryTopics(first: 20) { nodes { topic { name } } }
  head: defaultBranchRef {
    name
    target { ... on Commit { oid committedDate tree { entries { name mode oid size } } } }
  }
  wanted: defaultBranchRef { target { ... on Commit { ${wantedFiles} } } }
}`;

// Oldest first: what is created during the reading comes at the end and shifts no page.
const order = "ownerAffiliations: [OWNER], orderBy: { field: CREATED_AT, direction: ASC }";

/** inventoryQuery asks for one page of the organization's own repositories with all that an inventory shows. */
export const inventoryQuery = `query Inventory($login: String!, $first: Int!, $after: String) {
  rateLimit { cost remaining }
  organization(login: $login) {
    repositories(first: $first, after: $after, ${order}) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { ...RepositoryFields }
    }
  }
}
${repositoryFields}`;

/** repositoryNamesQuery asks for the same page as inventoryQuery, names only: light enough to be answered always. */
export const repositoryNamesQuery = `query RepositoryNames($login: String!, $first: Int!, $after: String) {
  rateLimit { cost remaining }
  organization(login: $login) {
    repositories(first: $first, after: $after, ${order}) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { id name }
    }
  }
}`;

/** repositoriesByIdQuery asks again for the repositories that a page did not give whole. At most 100 ids. */
export const repositoriesByIdQuery = `query RepositoriesById($ids: [ID!]!) {
  rateLimit { cost remaining }
  nodes(ids: $ids) { ...RepositoryFields }
}
${repositoryFields}`;

/** ownersByIdQuery asks who owns repositories now, wherever they are. At most 100 ids. */
export const ownersByIdQuery = `query OwnersById($ids: [ID!]!) {
  rateLimit { cost remaining }
  nodes(ids: $ids) { ... on Repository { name owner { login } } }
}`;

/** ownedNodeSchema is one node of its answer. */
export const ownedNodeSchema = z.object({ name: z.string().min(1), owner: z.object({ login: z.string().min(1) }) });

/** repositoryPageSchema is the frame of one page. Each node is judged alone, so that one odd one spoils no page. */
export const repositoryPageSchema = z.object({
  totalCount: z.number().int().nonnegative(),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  nodes: z.array(z.unknown()),
});

/** namedRepositorySchema is what identifies a repository even when the rest of it is missing. */
export const namedRepositorySchema = z.object({ id: z.string().min(1), name: z.string().min(1) });

/** isNameOnly says whether a node comes from repositoryNamesQuery: nothing of the repository itself has been read. */
export function isNameOnly(node: unknown): boolean {
  return namedRepositorySchema.strict().safeParse(node).success;
}

const instantSchema = z.string().transform((text, context) => {
  const instant = parseInstant(text);
  if (instant !== undefined) return instant;
  context.addIssue({ code: "custom", message: "is no moment" });
  return z.NEVER;
});

const fileSchema = z.object({ mode: z.number().int(), oid: z.string().min(1), size: z.number().nullish() });

const repositorySchema = z.object({
  ...namedRepositorySchema.shape,
  owner: z.object({ login: z.string().min(1) }),
  url: z.url({ protocol: /^https?$/ }),
  description: z.string().nullable(),
  visibility: z.enum(["PUBLIC", "INTERNAL", "PRIVATE"]),
  isArchived: z.boolean(),
  isFork: z.boolean(),
  createdAt: instantSchema,
  archivedAt: instantSchema.nullish(),
  pushedAt: instantSchema.nullish(),
  languages: z
    .object({ edges: z.array(z.object({ size: z.number(), node: z.object({ name: z.string() }) })) })
    .nullish(),
  repositoryTopics: z.object({ nodes: z.array(z.object({ topic: z.object({ name: z.string() }) })) }),
  head: z
    .object({
      name: z.string(),
      target: z.object({
        oid: z.string().min(1),
        committedDate: instantSchema,
        tree: z.object({ entries: z.array(fileSchema.extend({ name: z.string().min(1) })).nullable() }),
      }),
    })
    .nullable(),
  wanted: z.object({ target: z.record(z.string(), fileSchema.nullable()) }).nullable(),
});

type WireRepository = z.infer<typeof repositorySchema>;

/** parseRepositoryNode reshapes one node of the inventory, or gives undefined when it is not whole. */
export function parseRepositoryNode(node: unknown): InventoryItem | undefined {
  const parsed = repositorySchema.safeParse(node);
  return parsed.success ? listed(parsed.data) : undefined;
}

function listed(wire: WireRepository): InventoryItem {
  const { head, wanted } = wire;
  const repository: Repository = {
    providerId: wire.id,
    owner: wire.owner.login,
    name: wire.name,
    url: wire.url,
    description: wire.description === "" ? null : wire.description,
    visibility: visibilityByWire[wire.visibility],
    isArchived: wire.isArchived,
    isFork: wire.isFork,
    // GitHub's own `isEmpty` is false while some other branch has commits; what counts is the default branch.
    isEmpty: head === null,
    createdAt: wire.createdAt,
    archivedAt: wire.archivedAt ?? null,
    pushedAt: wire.pushedAt ?? null,
    defaultBranch: head?.name ?? null,
    headCommit: head?.target.oid ?? null,
    headCommittedAt: head?.target.committedDate ?? null,
    languages: (wire.languages?.edges ?? []).map(({ size, node }) => ({ name: node.name, sizeBytes: size })),
    topics: wire.repositoryTopics.nodes.map(({ topic }) => topic.name),
  };
  const rootEntries = head?.target.tree.entries ?? [];
  const wantedEntries = inventoryPaths.flatMap((path, index) => {
    const file = wanted?.target[`file${index}`];
    return file === null || file === undefined ? [] : [{ ...file, name: path }];
  });
  const entries = [...rootEntries, ...wantedEntries].map((entry) => entryFromMode({ ...entry, path: entry.name }));
  return { status: "listed", repository, entries };
}

const visibilityByWire = {
  PUBLIC: "public",
  INTERNAL: "internal",
  PRIVATE: "private",
} as const satisfies Record<WireRepository["visibility"], Repository["visibility"]>;
