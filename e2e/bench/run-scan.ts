import { z } from "zod";
import { type CommandRun, runCommand } from "./run-command.ts";

const documentSchema = z.object({
  state: z.string(),
  repositories: z.object({ total: z.number(), read: z.number(), unchanged: z.number(), failed: z.number() }),
});

/** ScanRun is one scan, as a command that ran it and as its document. */
export interface ScanRun extends CommandRun {
  readonly document: z.infer<typeof documentSchema>;
}

/** runScan runs `flakeboard scan`. @throws when it does not end well. */
export async function runScan(organization: string, environment: Readonly<Record<string, string>>): Promise<ScanRun> {
  const run = await runCommand(["scan", "--org", organization, "--json"], environment);
  return { ...run, document: documentSchema.parse(JSON.parse(run.output)) };
}
