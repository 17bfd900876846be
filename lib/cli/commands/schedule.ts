import { Command } from "commander";
import { nextScanAt } from "#lib/config/next-scan.ts";
import { processConfig } from "#lib/config/process-config.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { effectiveCron } from "#lib/model/schedule.ts";
import { listOrganizations, type OrganizationRecord, setScanCron } from "#lib/store/organizations.ts";
import { processDatabase } from "#lib/store/process-database.ts";

interface ScheduleOptions {
  readonly org?: string;
  readonly cron?: string;
  readonly default: boolean;
  readonly off: boolean;
}

/** `flakeboard schedule` shows when organizations are scanned by themselves, and changes it for one. */
export const scheduleCommand = new Command("schedule")
  .description("show when organizations are scanned by themselves, or change it for one")
  .option("--org <name>", "only this organization, by its login or its name in addresses")
  .option("--cron <line>", "scan it by this cron line of five fields, in UTC")
  .option("--default", "scan it by FLAKEBOARD_SCAN_CRON again", false)
  .option("--off", "scan it only when asked to", false)
  .action(async (options: ScheduleOptions) => {
    const now = new Date().toISOString();
    const database = await processDatabase();
    const wanted = wantedCron(options, now);
    const named = ({ slug, login }: OrganizationRecord) => options.org === slug || options.org === login;
    if (wanted !== undefined) {
      const organization = (await listOrganizations(database)).find(named);
      if (organization === undefined) throw new AppError("not-found", `There is no organization ${options.org} here.`);
      await setScanCron(database, organization.id, wanted);
    }
    const { scanCron } = processConfig();
    for (const organization of await listOrganizations(database)) {
      if (options.org !== undefined && !named(organization)) continue;
      const cron = effectiveCron(organization, scanCron);
      const next = cron === null ? null : nextScanAt(cron, now);
      process.stdout.write(`${organization.slug}: ${next === null ? "only when asked to" : `${cron}, next ${next}`}\n`);
    }
  });

/** What to store: null for the default, empty for never, undefined to leave it as it is. */
function wantedCron(options: ScheduleOptions, now: string): string | null | undefined {
  const wishes = [options.cron, options.default ? null : undefined, options.off ? "" : undefined];
  const [wish, ...others] = wishes.filter((one) => one !== undefined);
  if (wish === undefined) return undefined;
  if (others.length > 0) throw new AppError("config", "Choose one of --cron, --default and --off.");
  if (options.org === undefined) throw new AppError("config", "Name the organization: --org NAME.");
  if (wish !== null && wish !== "" && nextScanAt(wish, now) === null) {
    throw new AppError("config", `"${wish}" is no cron line of five fields that ever comes due, such as "17 2 * * *".`);
  }
  return wish;
}
