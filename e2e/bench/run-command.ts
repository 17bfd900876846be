import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { nodeEnvironment, nodeFlags } from "#lib/cli/node-flags.mjs";

const main = fileURLToPath(new URL("../../lib/cli/main.ts", import.meta.url));
const reporter = new URL("report-usage.mjs", import.meta.url).href;

const usageSchema = z.object({ maxRSS: z.number(), userCPUTime: z.number(), systemCPUTime: z.number() });

/** CommandRun is one command as its own process ran it. */
export interface CommandRun {
  /** What it wrote to standard output. */
  readonly output: string;
  readonly peakMemoryMb: number;
  /** Time of the processor, user and system; waiting costs none. */
  readonly processorMs: number;
  readonly wallMs: number;
}

/** runCommand runs a command of `flakeboard` in a process of its own. @throws when it does not end well. */
export async function runCommand(
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<CommandRun> {
  const start = performance.now();
  const child = spawn(process.execPath, [...nodeFlags, "--import", reporter, main, ...args], {
    env: { NODE_ENV: "production", PATH: "/usr/bin:/bin", ...nodeEnvironment, ...environment },
    stdio: ["ignore", "pipe", "inherit", "pipe"],
  });
  const [, stdout, , report] = child.stdio;
  if (stdout === null || report === null || report === undefined || !("read" in report)) throw new Error("no streams");
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
  const [output, reported, code] = await Promise.all([text(stdout), text(report), ended]);
  if (code !== 0) throw new Error(`flakeboard ${args.join(" ")} ended with exit code ${code}: ${output}`);
  const usage = usageSchema.parse(JSON.parse(reported));
  return {
    output,
    peakMemoryMb: usage.maxRSS / 1024,
    processorMs: (usage.userCPUTime + usage.systemCPUTime) / 1000,
    wallMs: performance.now() - start,
  };
}
