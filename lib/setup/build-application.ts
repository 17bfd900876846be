import { join } from "node:path";
import { compressScripts } from "./compress-scripts.ts";
import { root } from "./ensure-installed.mjs";
import { runProgram } from "./run-program.ts";
import { fingerprint, isCurrent, markCurrent } from "./stale.ts";

/** pagesProgram serves what was built. */
export const pagesProgram = ["--disable-warning=ExperimentalWarning", join(root, "lib/setup/serve-pages.ts")] as const;

const sources = [
  "app",
  "components",
  "lib",
  "prisma",
  "package-lock.json",
  "next.config.ts",
  "postcss.config.mjs",
  "proxy.ts",
  "instrumentation.ts",
  "instrumentation-client.ts",
  "tsconfig.json",
];

const nextProgram = join(root, "node_modules/next/dist/bin/next");

/**
 * buildApplication builds the pages when their sources have changed since they were built last.
 *
 * @returns whether anything had to be done.
 */
export async function buildApplication(): Promise<boolean> {
  const stampPath = join(root, ".next/flakeboard-build");
  const wanted = fingerprint(root, sources);
  if (isCurrent(stampPath, wanted)) return false;
  await runProgram("the build of the pages", process.execPath, [nextProgram, "build"], {
    NEXT_TELEMETRY_DISABLED: "1",
  });
  await compressScripts(join(root, ".next/static"));
  markCurrent(stampPath, wanted);
  return true;
}
