import type { z } from "zod";
import type { GithubClient } from "./client.ts";
import { notLikeGithub, notUnderstood } from "./failure-words.ts";
import { type Addressee, errorOfGraphql } from "./failures.ts";
import { type Outcome, outcomeOfError, type PieceAnswer } from "./read-in-pieces.ts";
import { type GraphqlError, isRefusal } from "./wire/answer.ts";
import { aliasesSchema } from "./wire/blob.ts";

/** AliasedField is one field of a query, asked for many items at once under an alias for each. */
export interface AliasedField<Item, Value> {
  /** The name of the operation. */
  readonly operation: string;
  /** The field with its arguments as variables, such as `repository(owner: $owner, name: $name) { … }`. */
  readonly field: string;
  /** GraphQL's type of each variable in `field`. */
  readonly types: Readonly<Record<string, string>>;
  readonly fragments: string;
  readonly schema: z.ZodType<Value>;
  variablesOf(item: Item): Readonly<Record<string, string | boolean | null>>;
  /** What is asked for, in words, for an error. */
  subjectOf(item: Item): string;
}

/**
 * askAliased asks one field for several items in one query. Whatever comes from a repository travels as a variable;
 * the text of the query is made of the field and of numbers only.
 */
export async function askAliased<Item, Value>(
  client: GithubClient,
  field: AliasedField<Item, Value>,
  items: readonly Item[],
  signal: AbortSignal,
): Promise<PieceAnswer<Value>> {
  const subjects = items.map(field.subjectOf);
  const subject = [...new Set(subjects)].join(", ");
  const outcome = await client.query(aliasedQuery(field, items.length), variables(field, items), subject, signal);
  if (outcome.status === "too-heavy") return outcome;
  const answer = aliasesSchema.safeParse(outcome.data);
  if (!answer.success) throw notLikeGithub(client.addressee, answer.error);
  const outcomes = subjects.map((each, index) =>
    judgeAlias(
      answer.data[aliasOf(index)],
      errorsAt(outcome.errors, aliasOf(index)),
      field.schema,
      each,
      client.addressee,
    ),
  );
  return { status: "answered", outcomes };
}

function aliasOf(index: number): string {
  return `i${index}`;
}

function aliasedQuery<Item, Value>(field: AliasedField<Item, Value>, count: number): string {
  const indexes = Array.from({ length: count }, (_, index) => index);
  const declared = indexes.flatMap((index) =>
    Object.entries(field.types).map(([name, type]) => `$${name}${index}: ${type}`),
  );
  const fields = indexes.map((index) => `${aliasOf(index)}: ${field.field.replaceAll(/\$(\w+)/g, `$$$1${index}`)}`);
  return `query ${field.operation}(${declared.join(", ")}) {
  rateLimit { cost remaining }
  ${fields.join("\n  ")}
}
${field.fragments}`;
}

function variables<Item, Value>(field: AliasedField<Item, Value>, items: readonly Item[]) {
  return Object.fromEntries(
    items.flatMap((item, index) =>
      Object.entries(field.variablesOf(item)).map(([name, value]) => [`${name}${index}`, value]),
    ),
  );
}

/** An error without a place may be about any item. */
function errorsAt(errors: readonly GraphqlError[], alias: string): readonly GraphqlError[] {
  return errors.filter(({ path }) => path === null || path === undefined || path.length === 0 || path[0] === alias);
}

function judgeAlias<Value>(
  value: unknown,
  errors: readonly GraphqlError[],
  schema: z.ZodType<Value>,
  subject: string,
  addressee: Addressee,
): Outcome<Value> {
  const trouble = errors.find(isRefusal) ?? errors[0];
  const parsed = schema.safeParse(value);
  // An error without a place does not concern what came back whole.
  const isConcerned = trouble?.path?.[0] !== undefined || !parsed.success;
  if (trouble !== undefined && isConcerned) return outcomeOfError(trouble, errorOfGraphql(trouble, addressee, subject));
  return parsed.success
    ? { status: "value", value: parsed.data }
    : { status: "failed", error: notUnderstood(addressee, subject) };
}
