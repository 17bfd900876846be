import { Command } from "commander";
import { processConfig } from "#lib/config/process-config.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { type BackfillResult, backfillOrganization } from "#lib/scan/backfill.ts";
import { openOrganization } from "#lib/scan/work-context.ts";
import { listOrganizations, type OrganizationRecord } from "#lib/store/organizations.ts";
import { processDatabase } from "#lib/store/process-database.ts";
import { createProgressLine, progressBar } from "../progress-bar.ts";
import { sweepEarly } from "../sweep-early.ts";

/** `flakeboard backfill` rebuilds, from git, what the repositories were before the first scan. */
export const backfillCommand = new Command("backfill")
  .description("rebuild from git what was before the first scan, as far back as the policy says")
  .option("--org <name>", "one organization; all that are connected unless told")
  .option("--progress", "show the progress even where there is no terminal, a line each time it moves", false)
  .action(async (options: { readonly org?: string; readonly progress: boolean }) => {
    const all = await listOrganizations(await processDatabase());
    const chosen = all.filter(({ slug, login }) => options.org === undefined || [slug, login].includes(options.org));
    if (chosen.length === 0) {
      throw new AppError(
        "not-found",
        options.org === undefined
          ? "No organization is connected. Scan one first: flakeboard scan --org NAME."
          : `No organization ${options.org} is connected. Scan it first: flakeboard scan --org ${options.org}.`,
      );
    }
    for (const organization of chosen) await backfill(organization, options.progress);
  });

async function backfill({ id, name }: OrganizationRecord, isProgressWanted: boolean): Promise<void> {
  const database = await processDatabase();
  sweepEarly(database);
  const now = () => new Date().toISOString();
  const organization = await openOrganization({ database, github: processConfig().github, now }, id, "history");
  if (organization === null) return;
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort(new AppError("interrupted", "Stopped. What was rebuilt is kept.")));
  const line = createProgressLine(isProgressWanted);
  try {
    const result = await backfillOrganization({
      ...organization,
      database,
      now,
      signal: stop.signal,
      isAskedFor: true,
      onProgress: ({ done, failed, total }) => line.show(`  ${progressBar(done + failed, total)}, reading their past`),
    });
    line.clear();
    process.stderr.write(`${name}: ${wordsOf(result)}\n`);
  } finally {
    line.clear();
  }
}

function wordsOf({ done, total, failed, isPaused }: BackfillResult): string {
  const failures = failed === 0 ? "" : `, ${failed} failed`;
  const rest = isPaused ? " Half of the hour's requests are spent; run it again later for the rest." : "";
  return `the past of ${done} of ${total} repositories is known${failures}.${rest}`;
}
