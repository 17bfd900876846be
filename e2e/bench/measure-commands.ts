import { startGithubEmulator } from "../github/emulator.ts";
import {
  createLargeOrganization,
  type LargeOrganization,
  type LargeOrganizationOptions,
} from "./large-organization.ts";
import { type CountedRun, countRequests } from "./request-counts.ts";
import { type CommandRun, runCommand } from "./run-command.ts";
import { runScan } from "./run-scan.ts";

/** Measurements are the commands that the bounds are about, each as it ran. */
export interface Measurements {
  /** A scan of a single repository: what it costs to start, to make the database and to end. */
  readonly start: CountedRun;
  /** A first scan of the repositories without Nix alone. */
  readonly plain: CountedRun;
  readonly first: CountedRun;
  /** The rebuilding of the past behind it. */
  readonly past: CountedRun;
  /** A scan behind both, with nothing changed. */
  readonly unchanged: CountedRun;
  /** A scan after a push to one repository in a hundred. */
  readonly changed: CountedRun;
}

/** Environment is what a command is given beside its arguments. */
export type Environment = Readonly<Record<string, string>>;

/** BenchDatabase is where the commands keep what they read. */
export interface BenchDatabase {
  readonly name: string;
  readonly memoryMbMax: number;
  /** The emulator's: always the same, because an organization is known by its address. */
  readonly port: number;
  /** Gives a new database for as long as the work lasts. */
  use<T>(work: (environment: Environment) => Promise<T>): Promise<T>;
}

/** measureCommands runs every command once, each series of them in a new database. */
export async function measureCommands(
  { repositories, withFlake }: LargeOrganizationOptions,
  { port, use }: BenchDatabase,
): Promise<Measurements> {
  const single = createLargeOrganization({ repositories: 1, withFlake: 0 });
  const start = await use((environment) => scan(single, environment, port));
  const withoutNix = createLargeOrganization({ repositories: repositories - withFlake, withFlake: 0 });
  const plain = await use((environment) => scan(withoutNix, environment, port));
  const whole = createLargeOrganization({ repositories, withFlake });
  return await use(async (environment) => {
    const first = await scan(whole, environment, port);
    // A first scan leaves the past behind as a job, which the next scan would take up while it runs.
    const past = await counted(whole, environment, port, (at) => runCommand(["backfill", "--org", "large"], at));
    const unchanged = await scan(whole, environment, port);
    whole.push(Math.ceil(repositories / 100));
    const changed = await scan(whole, environment, port);
    return { start, plain, first, past, unchanged, changed };
  });
}

async function scan(organization: LargeOrganization, environment: Environment, port: number): Promise<CountedRun> {
  return await counted(organization, environment, port, async (at) => {
    const run = await runScan("large", at);
    const { total, read, unchanged, failed } = run.document.repositories;
    process.stderr.write(`${total} repositories: ${read - unchanged} read, ${unchanged} unchanged, ${failed} failed\n`);
    return run;
  });
}

/** Each command has an emulator of its own, and so the requests of a whole hour. */
async function counted(
  { read }: LargeOrganization,
  environment: Environment,
  port: number,
  run: (environment: Environment) => Promise<CommandRun>,
): Promise<CountedRun> {
  const emulator = await startGithubEmulator({ folder: read, port });
  try {
    const ran = await run({ ...environment, GITHUB_API_URL: emulator.url, GITHUB_TOKEN: "bench" });
    const counts = countRequests(emulator.requests.entries);
    const [seconds, own] = [ran.wallMs, ran.processorMs].map((ms) => (ms / 1000).toFixed(0));
    process.stderr.write(
      `${seconds} s, ${own} s of the processor, ${ran.peakMemoryMb.toFixed(0)} MB, ${JSON.stringify(counts)}\n`,
    );
    return { ...ran, counts };
  } finally {
    await emulator.close();
  }
}
