/**
 * Measures scans of a generated organization behind the emulator, and the rebuilding of its past, and prints each bound
 * beside what was measured.
 *
 *     node e2e/bench/bench-scan.ts [--repositories 10000] [--flakes 2000] [--server postgresql://…] [--no-embedded]
 *
 * Each command is a process of its own. With `--server`, a server where databases may be created, they run on
 * PostgreSQL as well, with `--no-embedded` there alone. Ends with 1 when a bound of requests or memory is broken; times depend on the machine and are
 * only told.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { boundsOf } from "./bounds.ts";
import { type BenchDatabase, type Environment, measureCommands } from "./measure-commands.ts";
import { withServerDatabase } from "./server-database.ts";

const { values } = parseArgs({
  options: {
    repositories: { type: "string", default: "10000" },
    flakes: { type: "string", default: "2000" },
    server: { type: "string" },
    embedded: { type: "boolean", default: true },
  },
  allowNegative: true,
});
const size = { repositories: Number(values.repositories), withFlake: Number(values.flakes) };

for (const database of databases()) {
  const bounds = boundsOf(await measureCommands(size, database), size, database.memoryMbMax);
  const lines = bounds.map(({ what, bound, measured }) => {
    const figure = Number(measured.toFixed(2));
    return `| ${what} | ≤ ${bound} | ${figure}${measured > bound ? " ✗" : ""} |`;
  });
  const title = `${database.name}, ${size.repositories} repositories, ${size.withFlake} with flakes, Node ${process.version}`;
  process.stdout.write(`${[title, "", "| case | bound | measured |", "|---|---|---|", ...lines, ""].join("\n")}\n`);
  if (bounds.some(({ isTime, bound, measured }) => !isTime && measured > bound)) process.exitCode = 1;
}

function databases(): readonly BenchDatabase[] {
  const { server, embedded } = values;
  const chosen: BenchDatabase[] = [];
  if (embedded) chosen.push({ name: "embedded database", memoryMbMax: 900, port: 47_113, use: withEmbeddedDatabase });
  if (server !== undefined) {
    chosen.push({
      name: "PostgreSQL",
      memoryMbMax: 350,
      port: 47_114,
      use: (work) => withServerDatabase(server, work),
    });
  }
  return chosen;
}

async function withEmbeddedDatabase<T>(work: (environment: Environment) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "flakeboard-bench-"));
  try {
    return await work({ FLAKEBOARD_DATA: folder });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
