import { toAppError } from "#lib/errors/app-error.ts";
import { processDatabase } from "#lib/store/process-database.ts";

/** Health says whether this process can do its work. It tells no secret, so that anybody on the way may ask. */
export type Health = { readonly status: "ready" } | { readonly status: "unavailable"; readonly code: string };

/** readHealth asks the database for an answer. */
export async function readHealth(): Promise<Health> {
  try {
    const { client } = await processDatabase();
    await client.$queryRaw`SELECT 1`;
    return { status: "ready" };
  } catch (error) {
    return { status: "unavailable", code: toAppError(error).code };
  }
}
