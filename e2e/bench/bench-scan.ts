/**
 * Measures scans of a generated organization behind the emulator, and prints each bound beside what was measured.
 *
 *     node e2e/bench/bench-scan.ts [--repositories 10000] [--flakes 2000] [--server postgresql://…]
 *
 * Each scan is a process of its own, as `flakeboard scan` runs it. With `--server`, a server where databases may be
 * created, the scans run on PostgreSQL as well. Time per repository is the processor's, of the scanning process: with
 * the embedded database that includes the database.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type GithubEmulator, startGithubEmulator } from "../github/emulator.ts";
import { createLargeOrganization } from "./large-organization.ts";
import { type CountedRun, countRequests } from "./request-counts.ts";
import { runScan } from "./run-scan.ts";
import { withServerDatabase } from "./server-database.ts";

const { values } = parseArgs({
  options: {
    repositories: { type: "string", default: "10000" },
    flakes: { type: "string", default: "2000" },
    server: { type: "string" },
  },
});
const repositories = Number(values.repositories);
const withFlake = Number(values.flakes);

interface Row {
  readonly what: string;
  readonly bound: number;
  readonly measured: number;
}

type Environment = Readonly<Record<string, string>>;

type WithDatabase = <T>(work: (environment: Environment) => Promise<T>) => Promise<T>;

for (const [name, memoryMbMax, withDatabase] of databases()) {
  const rows = await measure(withDatabase, memoryMbMax);
  print(name, rows);
  if (rows.some(({ bound, measured }) => measured > bound)) process.exitCode = 1;
}

function databases(): readonly (readonly [name: string, memoryMbMax: number, withDatabase: WithDatabase])[] {
  const embedded = ["embedded database", 900, withEmbeddedDatabase] as const;
  const { server } = values;
  if (server === undefined) return [embedded];
  return [embedded, ["PostgreSQL", 350, (work) => withServerDatabase(server, work)]];
}

async function withEmbeddedDatabase<T>(work: (environment: Environment) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "flakeboard-bench-"));
  try {
    return await work({ FLAKEBOARD_DATA: folder });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(withDatabase: WithDatabase, memoryMbMax: number): Promise<readonly Row[]> {
  // A single repository costs what it costs to start, to make the database and to end.
  const [start] = await withDatabase((environment) => scansOf(1, 0, environment, 0));
  const [plain] = await withDatabase((environment) => scansOf(repositories - withFlake, 0, environment, 0));
  const pushed = Math.ceil(repositories / 100);
  const [first, unchanged, changed] = await withDatabase((environment) =>
    scansOf(repositories, withFlake, environment, pushed),
  );
  if (
    start === undefined ||
    plain === undefined ||
    first === undefined ||
    unchanged === undefined ||
    changed === undefined
  )
    return [];
  const plainMs = (plain.processorMs - start.processorMs) / (repositories - withFlake);
  const flakeMs = (first.processorMs - plain.processorMs) / withFlake;
  const beyond = ({ counts }: CountedRun) => counts.trees + counts.blobs;
  return [
    { what: "inventory, GraphQL requests", bound: (420 * repositories) / 10_000, measured: first.counts.inventory },
    { what: "inventory, points", bound: (450 * repositories) / 10_000, measured: first.counts.inventoryPoints },
    { what: "first scan, requests per repository with Nix beyond it", bound: 1.5, measured: beyond(first) / withFlake },
    { what: "rescan unchanged, requests beyond the inventory", bound: 0, measured: beyond(unchanged) },
    {
      what: "rescan with 1 % changed, requests per changed repository beyond it",
      bound: 2,
      measured: beyond(changed) / pushed,
    },
    {
      what: "memory of the scanning process, peak in MB",
      bound: memoryMbMax,
      measured: Math.max(first.peakMemoryMb, unchanged.peakMemoryMb, changed.peakMemoryMb),
    },
    { what: "own time per repository without Nix, ms", bound: 4, measured: plainMs },
    { what: "own time per repository with a flake, ms", bound: 25, measured: flakeMs },
  ];
}

/** A first scan, one with nothing changed, and one after `pushed` commits; only the first when that is 0. */
async function scansOf(
  count: number,
  flakes: number,
  environment: Environment,
  pushed: number,
): Promise<readonly CountedRun[]> {
  const organization = createLargeOrganization({ repositories: count, withFlake: flakes });
  const emulator = await startGithubEmulator({ folder: organization.read });
  try {
    const runs = [await scan(emulator, environment)];
    if (pushed === 0) return runs;
    runs.push(await scan(emulator, environment));
    organization.push(pushed);
    runs.push(await scan(emulator, environment));
    return runs;
  } finally {
    await emulator.close();
  }
}

async function scan(emulator: GithubEmulator, environment: Environment): Promise<CountedRun> {
  emulator.requests.clear();
  const run = await runScan("large", { ...environment, GITHUB_API_URL: emulator.url, GITHUB_TOKEN: "bench" });
  const { total, read, unchanged, failed } = run.document.repositories;
  const counts = countRequests(emulator.requests.entries);
  const seconds = (run.wallMs / 1000).toFixed(0);
  process.stderr.write(
    `${total} repositories: ${read - unchanged} read, ${unchanged} unchanged, ${failed} failed, ${seconds} s, ${JSON.stringify(counts)}\n`,
  );
  return { ...run, counts };
}

function print(name: string, rows: readonly Row[]): void {
  const lines = rows.map(
    ({ what, bound, measured }) =>
      `| ${what} | ≤ ${bound} | ${Number(measured.toFixed(2))}${measured > bound ? " ✗" : ""} |`,
  );
  process.stdout.write(
    `${[`${name}, Node ${process.version}`, "", "| case | bound | measured |", "|---|---|---|", ...lines, ""].join("\n")}\n`,
  );
}
