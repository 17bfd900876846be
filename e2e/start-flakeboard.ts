import { spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));

// The build is current when the tests come here; writing and scanning the sample takes seconds.
const startSecondsMax = 240;

/** FlakeboardStart is where one Flakeboard keeps its data and listens, and what it is told by its environment. */
export interface FlakeboardStart {
  readonly data: string;
  readonly port: number;
  readonly environment?: Readonly<Record<string, string>>;
}

/**
 * startFlakeboard starts Flakeboard as `npm start` does, with an empty folder, and waits until it serves.
 *
 * @returns what stops it.
 */
export async function startFlakeboard({ data, port, environment = {} }: FlakeboardStart): Promise<() => Promise<void>> {
  // Another server on the port would answer in its place.
  if (await isServing(port)) throw new Error(`Something serves on port ${port} already; stop it first.`);
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true });
  const server = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "lib/setup/serve.ts"], {
    cwd: root,
    stdio: "inherit",
    // biome-ignore lint/style/noProcessEnv: handed on; what the person has set for their own Flakeboard is taken away
    env: { ...withoutSettings(process.env), ...environment, FLAKEBOARD_DATA: data, PORT: String(port) },
  });
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  await untilReady(port, () => server.exitCode !== null);
  return async () => {
    server.kill("SIGTERM");
    await ended;
  };
}

function withoutSettings(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const own = /^(?:DATABASE_URL|FLAKEBOARD_|GITHUB_|HOST$)/;
  const kept: NodeJS.ProcessEnv = { NODE_ENV: "production" };
  for (const [name, value] of Object.entries(environment)) if (!own.test(name)) kept[name] = value;
  return kept;
}

async function isServing(port: number): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => undefined);
  return response?.ok === true;
}

async function untilReady(port: number, hasEnded: () => boolean): Promise<void> {
  for (let waited = 0; waited < startSecondsMax * 2; waited += 1) {
    if (hasEnded()) throw new Error("Flakeboard ended before it served; its reason stands above.");
    if (await isServing(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`Flakeboard did not serve within ${startSecondsMax} seconds.`);
}
