import { GraphQLError, type GraphQLFieldResolver } from "graphql";
import type { Fault } from "./faults.ts";

/** QueryContext is what one query is executed with. */
export interface QueryContext {
  readonly faults: readonly Fault[];
  /** Texts of blobs that were given out. */
  texts: number;
  /** Repositories, teams and git objects that were given out. */
  objects: number;
}

const countedTypes: ReadonlySet<string> = new Set(["Repository", "Team", "Blob", "Tree", "Commit"]);

/**
 * resolveField reads a field of an emulated object, and lets the faults of this query strike.
 * @throws GraphQLError for a field that GitHub has but the emulator does not: it must be added, not answered by null.
 */
export const resolveField: GraphQLFieldResolver<unknown, QueryContext> = async (source, args, context, info) => {
  const field = `${info.parentType.name}.${info.fieldName}`;
  if (typeof source !== "object" || source === null || !(info.fieldName in source)) {
    throw new GraphQLError(`The emulator does not know ${field} yet.`);
  }
  const struck = context.faults.find(
    (fault) => fault.kind === "field" && fault.field === field && concerns(fault, source),
  );
  if (struck?.kind === "field") {
    throw new GraphQLError(struck.message, struck.type === undefined ? {} : { extensions: { type: struck.type } });
  }
  const property: unknown = Reflect.get(source, info.fieldName);
  const value: unknown = typeof property === "function" ? await property(args) : property;
  if (field === "Blob.text" && value !== null) context.texts += 1;
  return Array.isArray(value) ? value.map((item) => giveOut(item, context)) : throwing(giveOut(value, context));
};

function concerns(fault: Extract<Fault, { kind: "field" }>, source: object): boolean {
  const named = "slug" in source ? source.slug : "name" in source ? source.name : undefined;
  return fault.of === undefined || fault.of === named;
}

/** Gives the value, or the error that stands in its place when a fault hides it. */
function giveOut(value: unknown, context: QueryContext): unknown {
  if (typeof value !== "object" || value === null || !("__typename" in value)) return value;
  if (!countedTypes.has(String(value.__typename))) return value;
  context.objects += 1;
  for (const fault of context.faults) {
    if (fault.kind === "resource-limits" && context.objects > fault.objects) {
      return new GraphQLError("Resource limits for this query exceeded.", {
        extensions: { type: "RESOURCE_LIMITS_EXCEEDED" },
      });
    }
    if (
      fault.kind === "repository" &&
      value.__typename === "Repository" &&
      "name" in value &&
      value.name === fault.name
    ) {
      return new GraphQLError(`Resource not accessible: ${fault.name}`, { extensions: { type: fault.type } });
    }
  }
  return value;
}

function throwing(value: unknown): unknown {
  if (value instanceof Error) throw value;
  return value;
}
