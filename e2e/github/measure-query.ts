import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from "graphql";

/** QueryMeasure is what a query would cost, and how much it may return. */
export interface QueryMeasure {
  /** Points, at least 1: the requests for all connections as if each were full, divided by 100. */
  readonly cost: number;
  readonly nodes: number;
}

/** QueryRefused is a query that GitHub does not even start. `type` is GitHub's own word. */
export class QueryRefused extends Error {
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

const pageMax = 100;
const nodesMax = 500_000;

/**
 * measureQuery computes cost and node count as GitHub documents them (rate limits and query limits of the GraphQL API)
 * and refuses what GitHub refuses: a connection without `first` or `last`, more than 100 of either, more than 100 ids,
 * more than 500,000 nodes. The query has been validated against the schema.
 */
export function measureQuery(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
): QueryMeasure {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  let requests = 0;
  let nodes = 0;

  function walk(type: GraphQLNamedType | null | undefined, selected: SelectionSetNode, times: number): void {
    for (const selection of selected.selections) {
      if (selection.kind === Kind.FIELD) walkField(type, selection, times);
      else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value;
        walk(condition === undefined ? type : schema.getType(condition), selection.selectionSet, times);
      } else {
        const fragment = fragments.get(selection.name.value);
        if (fragment) walk(schema.getType(fragment.typeCondition.name.value), fragment.selectionSet, times);
      }
    }
  }

  function walkField(type: GraphQLNamedType | null | undefined, field: FieldNode, times: number): void {
    if (!(isObjectType(type) || isInterfaceType(type)) || field.selectionSet === undefined) return;
    const definition = type.getFields()[field.name.value];
    if (definition === undefined) return;
    const inner = getNamedType(definition.type);
    let innerTimes = times;
    if (inner.name.endsWith("Connection") && definition.args.some(({ name }) => name === "first")) {
      innerTimes = times * pageSize(field, variables);
      requests += times;
      nodes += innerTimes;
    } else if (field.name.value === "nodes" && type === schema.getQueryType()) {
      innerTimes = times * idCount(field, variables);
      nodes += innerTimes;
    }
    if (nodes > nodesMax) {
      throw new QueryRefused(
        "MAX_NODE_LIMIT_EXCEEDED",
        `This query requests up to ${nodes} possible nodes which exceeds the maximum limit of ${nodesMax}.`,
      );
    }
    walk(inner, field.selectionSet, innerTimes);
  }

  for (const definition of document.definitions) {
    if (definition.kind === Kind.OPERATION_DEFINITION) walk(schema.getQueryType(), definition.selectionSet, 1);
  }
  return { cost: Math.max(1, Math.round(requests / 100)), nodes };
}

function pageSize(field: FieldNode, variables: Readonly<Record<string, unknown>>): number {
  const connection = field.name.value;
  const size = argument(field, "first", variables) ?? argument(field, "last", variables);
  if (typeof size !== "number") {
    throw new QueryRefused(
      "MISSING_PAGINATION_BOUNDARIES",
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${connection}\` connection.`,
    );
  }
  if (size < 1 || size > pageMax) {
    throw new QueryRefused(
      "EXCESSIVE_PAGINATION",
      `Requesting ${size} records on the \`${connection}\` connection exceeds the \`first\` limit of ${pageMax} records.`,
    );
  }
  return size;
}

function idCount(field: FieldNode, variables: Readonly<Record<string, unknown>>): number {
  const ids = argument(field, "ids", variables);
  const count = Array.isArray(ids) ? ids.length : 1;
  if (count <= pageMax) return count;
  throw new QueryRefused("ARGUMENT_LIMIT", `You may not provide more than ${pageMax} node ids; you provided ${count}.`);
}

function argument(field: FieldNode, name: string, variables: Readonly<Record<string, unknown>>): unknown {
  const given: ArgumentNode | undefined = field.arguments?.find((it) => it.name.value === name);
  if (given === undefined) return undefined;
  if (given.value.kind === Kind.VARIABLE) return variables[given.value.name.value];
  if (given.value.kind === Kind.INT) return Number(given.value.value);
  return given.value.kind === Kind.LIST ? given.value.values : undefined;
}
