import { spawn } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { testServerPort, testServerUrl } from "./test-server.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const data = join(root, "e2e/output/data");

// The build is current when the tests come here; writing and scanning the sample takes seconds.
const startSecondsMax = 240;

/** Starts Flakeboard as `npm start` does, with nothing but an empty folder, and stops it after the last test. */
export default async function startFlakeboard(): Promise<() => Promise<void>> {
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true });
  const server = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "lib/setup/serve.ts"], {
    cwd: root,
    stdio: "inherit",
    // biome-ignore lint/style/noProcessEnv: handed on; what the person has set for their own Flakeboard is taken away
    env: { ...withoutSettings(process.env), FLAKEBOARD_DATA: data, PORT: String(testServerPort) },
  });
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  await untilReady(() => server.exitCode !== null);
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

async function untilReady(hasEnded: () => boolean): Promise<void> {
  for (let waited = 0; waited < startSecondsMax * 2; waited += 1) {
    if (hasEnded()) throw new Error("Flakeboard ended before it served; its reason stands above.");
    const response = await fetch(`${testServerUrl}/api/health`).catch(() => undefined);
    if (response?.ok === true) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`Flakeboard did not serve within ${startSecondsMax} seconds.`);
}
