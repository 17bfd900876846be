import { Command } from "commander";
import { z } from "zod";
import { AppError, toAppError } from "#lib/errors/app-error.ts";
import { type Instant, parseInstant } from "#lib/model/instant.ts";
import { analysisDocument } from "../analysis/analysis-document.ts";
import { analysisReport } from "../analysis/analysis-report.ts";
import { analyzeFolder } from "../analysis/analyze-folder.ts";

interface AnalyzeOptions {
  readonly json: boolean;
  readonly asOf?: string;
}

/**
 * `flakeboard analyze` analyzes repositories on disk without database or network. A path that cannot be analyzed is
 * said on standard error, the others are still printed, and the exit is 2.
 */
export const analyzeCommand = new Command("analyze")
  .description("analyze a repository on disk, without database or network")
  .argument("<path...>", "a plain folder, a work tree, or a bare git repository")
  .option("--json", "print the analysis document, one line for each path", false)
  .option("--as-of <moment>", "count ages to this moment (ISO 8601) instead of now")
  .action(async (paths: readonly string[], options: AnalyzeOptions) => {
    const asOf = readMoment(options.asOf);
    let failure: AppError | null = null;
    for (const path of paths) {
      try {
        const analysis = await analyzeFolder(path, asOf, AbortSignal.timeout(analysisMsMax));
        process.stdout.write(
          options.json ? `${JSON.stringify(analysisDocument(analysis))}\n` : `${analysisReport(analysis)}\n`,
        );
      } catch (error) {
        if (failure !== null) process.stderr.write(`flakeboard: ${failure.message}\n`);
        failure = toAppError(error);
      }
    }
    if (failure !== null) throw failure;
  });

// Nixpkgs, the largest repository of all, takes a few seconds.
const analysisMsMax = 300_000;

const moment = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);

function readMoment(text: string | undefined): Instant {
  if (text === undefined) return new Date().toISOString();
  const instant = moment.safeParse(text).success ? parseInstant(text) : undefined;
  if (instant !== undefined) return instant;
  throw new AppError("config", `--as-of "${text}" is no moment. Write it as 2026-11-22 or 2026-11-22T00:00:00Z.`);
}
