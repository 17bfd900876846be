import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { z } from "zod";

const main = fileURLToPath(new URL("../../lib/cli/main.ts", import.meta.url));
const reporter = new URL("report-usage.mjs", import.meta.url).href;

const usageSchema = z.object({ maxRSS: z.number(), userCPUTime: z.number(), systemCPUTime: z.number() });
const documentSchema = z.object({
  state: z.string(),
  repositories: z.object({ total: z.number(), read: z.number(), unchanged: z.number(), failed: z.number() }),
});

/** ScanRun is one scan as its own process ran it. */
export interface ScanRun {
  readonly document: z.infer<typeof documentSchema>;
  readonly peakMemoryMb: number;
  /** Time of the processor, user and system; waiting costs none. */
  readonly processorMs: number;
  readonly wallMs: number;
}

/** runScan runs `flakeboard scan` in a process of its own. @throws when it does not end well. */
export async function runScan(organization: string, environment: Readonly<Record<string, string>>): Promise<ScanRun> {
  const start = performance.now();
  const args = ["--disable-warning=ExperimentalWarning", "--import", reporter, main];
  const child = spawn(process.execPath, [...args, "scan", "--org", organization, "--json"], {
    env: { NODE_ENV: "production", PATH: "/usr/bin:/bin", ...environment },
    stdio: ["ignore", "pipe", "inherit", "pipe"],
  });
  const [, output, , report] = child.stdio;
  if (output === null || report === null || report === undefined || !("read" in report)) throw new Error("no streams");
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
  const [printed, reported, code] = await Promise.all([text(output), text(report), ended]);
  if (code !== 0) throw new Error(`the scan ended with exit code ${code}: ${printed}`);
  const usage = usageSchema.parse(JSON.parse(reported));
  return {
    document: documentSchema.parse(JSON.parse(printed)),
    peakMemoryMb: usage.maxRSS / 1024,
    processorMs: (usage.userCPUTime + usage.systemCPUTime) / 1000,
    wallMs: performance.now() - start,
  };
}
