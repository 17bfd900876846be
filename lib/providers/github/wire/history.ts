import { z } from "zod";
import { type Instant, parseInstant } from "#lib/model/instant.ts";
import type { TreeEntry } from "#lib/model/tree.ts";
import type { HistoryCommit } from "../../source-provider.ts";
import { entryFromMode } from "./tree-entry.ts";

// The entries of a tree are no connection: they cost no points.
const entryFields = "entries { name mode oid size }";

/** commitFields is the fragment of a commit with its root, in the form of `commitSchema`. */
export const commitFields = `fragment CommitFields on Commit { oid committedDate tree { ${entryFields} } }`;

/**
 * historyField is one page of the commits up to `$commit` that touched a path, newest first; with `$isRootWanted` the
 * root of that commit itself as well.
 */
export const historyField = `repository(owner: $owner, name: $name) { object(oid: $commit) { ... on Commit {
    oid committedDate tree @include(if: $isRootWanted) { ${entryFields} }
    history(path: $path, since: $since, first: 100, after: $after) { nodes { ...CommitFields } pageInfo { hasNextPage endCursor } }
  } } }`;

/** commitField is one commit by an expression such as `<oid>^`; null when there is none. */
export const commitField =
  "repository(owner: $owner, name: $name) { object(expression: $expression) { ...CommitFields } }";

/** branchField is the newest commit of a branch by `refs/heads/<branch>`, or of `HEAD`; null when there is none. */
export const branchField =
  "repository(owner: $owner, name: $name) { object(expression: $expression) { ... on Commit { oid committedDate } } }";

/** folderField is what lies directly in the folder of an object id; null or without entries when it is none. */
export const folderField = `repository(owner: $owner, name: $name) { object(oid: $oid) { ... on Tree { ${entryFields} } } }`;

const entriesSchema = z
  .array(
    z.object({ name: z.string().min(1), mode: z.number().int(), oid: z.string().min(1), size: z.number().nullish() }),
  )
  .transform((entries): readonly TreeEntry[] => entries.map((entry) => entryFromMode({ ...entry, path: entry.name })));

const instantSchema = z.string().transform((text, context) => {
  const instant = parseInstant(text);
  if (instant !== undefined) return instant;
  context.addIssue({ code: "custom", message: "is no moment" });
  return z.NEVER;
});

const treeSchema = z.object({ entries: entriesSchema.nullable() });

const commitSchema = z
  .object({ oid: z.string().min(1), committedDate: instantSchema, tree: treeSchema })
  .transform(toCommit);

interface WireCommit {
  readonly oid: string;
  readonly committedDate: Instant;
  readonly tree: z.infer<typeof treeSchema>;
}

function toCommit({ oid, committedDate, tree }: WireCommit): HistoryCommit {
  return { commit: oid, committedAt: committedDate, entries: tree.entries ?? [] };
}

/** historyFieldSchema is the answer to historyField; `head` is null where its root was not wanted. */
export const historyFieldSchema = z
  .object({
    object: z.object({
      oid: z.string().min(1),
      committedDate: instantSchema,
      tree: treeSchema.optional(),
      history: z.object({
        nodes: z.array(commitSchema),
        pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
      }),
    }),
  })
  .transform(({ object: { oid, committedDate, tree, history } }) => ({
    head: tree === undefined ? null : toCommit({ oid, committedDate, tree }),
    commits: history.nodes,
    next: history.pageInfo.hasNextPage ? history.pageInfo.endCursor : null,
  }));

/** commitFieldSchema is the answer to commitField. */
export const commitFieldSchema = z.object({ object: commitSchema.nullable() }).transform(({ object }) => object);

/** branchFieldSchema is the answer to branchField. */
export const branchFieldSchema = z
  .object({ object: z.object({ oid: z.string().min(1), committedDate: instantSchema }).nullable() })
  .transform(({ object }) => object && { commit: object.oid, committedAt: object.committedDate });

/** folderFieldSchema is the answer to folderField: the entries, or null when the object is no folder. */
export const folderFieldSchema = z
  .object({ object: z.object({ entries: entriesSchema.nullish() }).nullable() })
  .transform(({ object }) => object?.entries ?? null);
