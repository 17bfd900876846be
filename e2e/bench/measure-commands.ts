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
  /** A scan behind the first, with nothing changed. */
  readonly unchanged: CountedRun;
  /** A scan after a push to one repository in a hundred. */
  readonly changed: CountedRun;
  /** The rebuilding of the past behind them. */
  readonly past: CountedRun;
}

type Environment = Readonly<Record<string, string>>;

/** measureCommands runs every command once; `withDatabase` gives a new database to each series of them. */
export async function measureCommands(
  { repositories, withFlake }: LargeOrganizationOptions,
  withDatabase: <T>(work: (environment: Environment) => Promise<T>) => Promise<T>,
): Promise<Measurements> {
  const single = createLargeOrganization({ repositories: 1, withFlake: 0 });
  const start = await withDatabase((environment) => scan(single, environment));
  const withoutNix = createLargeOrganization({ repositories: repositories - withFlake, withFlake: 0 });
  const plain = await withDatabase((environment) => scan(withoutNix, environment));
  const whole = createLargeOrganization({ repositories, withFlake });
  return await withDatabase(async (environment) => {
    const first = await scan(whole, environment);
    const unchanged = await scan(whole, environment);
    whole.push(Math.ceil(repositories / 100));
    const changed = await scan(whole, environment);
    const past = await counted(whole, environment, (at) => runCommand(["backfill", "--org", "large"], at));
    return { start, plain, first, unchanged, changed, past };
  });
}

async function scan(organization: LargeOrganization, environment: Environment): Promise<CountedRun> {
  return await counted(organization, environment, async (at) => {
    const run = await runScan("large", at);
    const { total, read, unchanged, failed } = run.document.repositories;
    process.stderr.write(`${total} repositories: ${read - unchanged} read, ${unchanged} unchanged, ${failed} failed\n`);
    return run;
  });
}

// Always the same, because an organization is known by its address.
const port = 47_113;

/** Each command has an emulator of its own, and so the requests of a whole hour. */
async function counted(
  { read }: LargeOrganization,
  environment: Environment,
  run: (environment: Environment) => Promise<CommandRun>,
): Promise<CountedRun> {
  const emulator = await startGithubEmulator({ folder: read, port });
  try {
    const ran = await run({ ...environment, GITHUB_API_URL: emulator.url, GITHUB_TOKEN: "bench" });
    const counts = countRequests(emulator.requests.entries);
    const seconds = (ran.wallMs / 1000).toFixed(0);
    process.stderr.write(`${seconds} s, ${ran.peakMemoryMb.toFixed(0)} MB, ${JSON.stringify(counts)}\n`);
    return { ...ran, counts };
  } finally {
    await emulator.close();
  }
}
