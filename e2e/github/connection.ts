import { GraphQLError } from "graphql";

/** Edge is one item of a connection, with what is said of its place in it. */
interface Edge {
  readonly node: unknown;
  readonly [field: string]: unknown;
}

/**
 * pageOf gives one page of a connection as GraphQL resolves it, with opaque cursors, forward only. Edges are made for
 * the items of this page only.
 * @throws GraphQLError for an argument that the emulator does not know, so that none is passed over in silence.
 */
export function pageOf<Item>(
  items: readonly Item[],
  toEdge: (item: Item) => Edge,
  args: Readonly<Record<string, unknown>>,
  known: readonly string[] = [],
) {
  for (const [name, value] of Object.entries(args)) {
    if (value !== null && name !== "first" && name !== "after" && !known.includes(name)) {
      throw new GraphQLError(`The emulator does not know the argument ${name}.`);
    }
  }
  const start = typeof args.after === "string" ? positionOf(args.after) : 0;
  const page = items.slice(start, start + Number(args.first)).map(toEdge);
  const end = start + page.length;
  return {
    totalCount: items.length,
    nodes: page.map(({ node }) => node),
    edges: page.map((edge, index) => ({ ...edge, cursor: cursorOf(start + index + 1) })),
    pageInfo: {
      hasNextPage: end < items.length,
      hasPreviousPage: start > 0,
      startCursor: page.length === 0 ? null : cursorOf(start + 1),
      endCursor: page.length === 0 ? null : cursorOf(end),
    },
  };
}

function cursorOf(position: number): string {
  return Buffer.from(`cursor:${position}`).toString("base64");
}

function positionOf(cursor: string): number {
  const position = Number(Buffer.from(cursor, "base64").toString("utf8").replace("cursor:", ""));
  if (Number.isInteger(position)) return position;
  throw new GraphQLError(`\`${cursor}\` does not appear to be a valid cursor.`, {
    extensions: { type: "INVALID_CURSOR_ARGUMENTS" },
  });
}
