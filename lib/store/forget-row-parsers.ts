import type { PGlite } from "@electric-sql/pglite";
import { z } from "zod";

const rowArraysSchema = z.array(z.object({ typarray: z.number() }));

/**
 * forgetRowParsers takes out of an open PGlite what parses arrays of whole rows of tables, which no statement here asks
 * for. PGlite has one for each of its 255 tables, and Prisma's adapter copies all parsers with each statement: that made
 * more than half of what a small statement costs (PGlite 0.5.16, pglite-prisma-adapter 0.7.2).
 */
export async function forgetRowParsers(pglite: PGlite): Promise<void> {
  const { rows } = await pglite.query("SELECT typarray FROM pg_type WHERE typarray <> 0 AND typrelid <> 0");
  for (const { typarray } of rowArraysSchema.parse(rows)) delete pglite.parsers[typarray];
}
