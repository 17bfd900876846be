import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { pagesProgram } from "#lib/setup/build-application.ts";
import { root } from "#lib/setup/ensure-installed.mjs";

const port = 3229;
const readySecondsMax = 120;

/** ServedApplication is the built application, serving. */
export interface ServedApplication {
  readonly url: string;
  /** Time of the processor that it has used until now; undefined where the system does not tell. */
  readonly processorMs: () => number | undefined;
  readonly stop: () => Promise<void>;
}

/** serveApplication serves the built application over a database, without a schedule. @throws when it does not answer. */
export async function serveApplication(environment: Readonly<Record<string, string>>): Promise<ServedApplication> {
  const args = [...pagesProgram, "--hostname", "127.0.0.1", "--port", String(port)];
  const own = {
    NODE_ENV: "production" as const,
    NEXT_TELEMETRY_DISABLED: "1",
    FLAKEBOARD_SCAN_CRON: "",
    PATH: "/usr/bin:/bin",
  };
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...own, ...environment },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  for (let waited = 0; waited < readySecondsMax * 2; waited += 1) {
    const response = await fetch(`${url}/api/health`).catch(() => undefined);
    if (response?.ok === true) return { url, processorMs: () => processorMsOf(child.pid), stop };
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  await stop();
  throw new Error(`The application did not serve within ${readySecondsMax} seconds.`);
}

/** Linux counts the nanoseconds that each thread ran, https://docs.kernel.org/scheduler/sched-stats.html. */
function processorMsOf(pid: number | undefined): number | undefined {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    const times = threads.map((thread) => readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ")[0]);
    return times.reduce((sum, time) => sum + Number(time), 0) / 1e6;
  } catch {
    return undefined;
  }
}
