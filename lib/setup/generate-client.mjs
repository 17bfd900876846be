// Runs after every installation: writes the database client from the schema into lib/store/generated.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const prisma = fileURLToPath(new URL("../../node_modules/prisma/build/index.js", import.meta.url));
const config = fileURLToPath(new URL("../../prisma/prisma.config.ts", import.meta.url));

// Without the development packages there is nothing to generate with, and a built application needs nothing generated.
if (existsSync(prisma)) {
  const result = spawnSync(process.execPath, [prisma, "generate", "--config", config, "--no-hints"], {
    stdio: ["ignore", "ignore", "inherit"],
    // Prisma asks for its schema engine before every command and downloads it where it can. `generate` never starts
    // it, so any program will do, and a closed network does no harm.
    // biome-ignore lint/style/noProcessEnv: handed on, not read
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1" },
  });
  process.exitCode = result.status ?? 1;
}
