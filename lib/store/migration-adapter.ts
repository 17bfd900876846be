import { PGlite } from "@electric-sql/pglite";
import type { SqlMigrationAwareDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { PrismaPGlite } from "pglite-prisma-adapter";

/**
 * memoryMigrationAdapter lets the schema engine work on an open PGlite, with a shadow database in memory.
 * The adapter's own `executeScript` neither waits for the script nor reports its errors, so that one is replaced.
 */
export function memoryMigrationAdapter(pglite: PGlite): SqlMigrationAwareDriverAdapterFactory {
  const connect = async (to: PGlite, dispose: () => Promise<void>) =>
    Object.assign(await new PrismaPGlite(to).connect(), {
      executeScript: async (script: string) => {
        await to.exec(script);
      },
      dispose,
    });
  return {
    provider: "postgres",
    adapterName: "pglite-prisma-adapter",
    connect: () => connect(pglite, async () => {}),
    connectToShadowDb: async () => {
      const shadow = await PGlite.create();
      return connect(shadow, () => shadow.close());
    },
  };
}
