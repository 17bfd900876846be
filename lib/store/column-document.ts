import { z } from "zod";
import type { Instant } from "#lib/model/instant.ts";

const columnsSchema = z.record(z.string(), z.array(z.unknown()).nullable());

/** Document is the one row of such a query. */
export interface Document {
  readonly document: string;
}

/**
 * parseColumnDocument reads the rows of a query that answers with one JSON document, an object with an array for each
 * column (`json_build_object('name', array_agg(name), …)::text AS document`).
 *
 * For lists of thousands of rows only: Prisma turns every value of every row over several times, which took 500 ms for
 * 20,000 findings; written like this by PostgreSQL they take 50.
 *
 * @param row what each row must be, with the columns' names; plain types, no transforms.
 */
export function parseColumnDocument<T>(row: z.ZodType<T>, result: readonly Document[]): readonly T[] {
  const columns = Object.entries(columnsSchema.parse(JSON.parse(result[0]?.document ?? "{}")));
  const length = columns[0]?.[1]?.length ?? 0;
  const rows = Array.from({ length }, (_, index) => {
    const cells: Record<string, unknown> = {};
    for (const [name, values] of columns) cells[name] = values?.[index];
    return cells;
  });
  return z.array(row).parse(rows);
}

/**
 * createInstantReader reads moments as PostgreSQL writes them into JSON, `2026-11-22T00:00:00+00:00`. Rows of one list
 * share few moments, and each is worked out once. As a transform of the row it would cost zod its fast path.
 */
export function createInstantReader(): (text: string) => Instant {
  const known = new Map<string, Instant>();
  return (text) => {
    const instant = known.get(text) ?? new Date(text).toISOString();
    known.set(text, instant);
    return instant;
  };
}
