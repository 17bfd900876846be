import type { PrismaPg } from "@prisma/adapter-pg";
import type { PrismaPGlite } from "pglite-prisma-adapter";
import { PrismaClient } from "./generated/client.ts";

// Transactions are short; a minute is for a machine under load, where waiting is better than failing.
const transactionOptions = { maxWait: 60_000, timeout: 60_000 } as const;

/**
 * createClient is Prisma's client on an adapter.
 *
 * @param beginTurn is awaited before each statement.
 * @param toError turns an error of any statement into the one to throw, so that a server that goes away later says so
 * in the same words as at the start.
 */
export function createClient(
  adapter: PrismaPg | PrismaPGlite,
  { beginTurn, toError }: { readonly beginTurn: () => Promise<void>; readonly toError: (error: unknown) => unknown },
) {
  return new PrismaClient({ adapter, transactionOptions }).$extends({
    query: {
      $allOperations: async ({ args, query }) => {
        await beginTurn();
        try {
          return await query(args);
        } catch (error) {
          throw toError(error);
        }
      },
    },
  });
}

/** DatabaseClient is Prisma's client as this room uses it. */
export type DatabaseClient = ReturnType<typeof createClient>;
