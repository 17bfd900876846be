import { nextScanAt } from "#lib/config/next-scan.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { setScanCron } from "#lib/store/organizations.ts";
import { type CommandContext, type CommandResult, runCommand } from "./run-command.ts";

const cronLengthMax = 100;

/**
 * changeSchedule changes when an organization is scanned by itself: as the environment says, by a cron line of its own,
 * or never.
 *
 * @param form `choice` is `default`, `own` or `off`; `cron` is the line of `own`, five fields in UTC.
 */
export function changeSchedule(slug: string, form: FormData): Promise<CommandResult> {
  return runCommand(slug, async (context) => {
    const { database, actor, organization, at } = context;
    const scanCron = readSchedule(form, context);
    if (scanCron === organization.scanCron) return;
    await setScanCron(database, organization.id, scanCron);
    const summary = `Changed the schedule from ${words(organization.scanCron)} to ${words(scanCron)}.`;
    await recordAudit(database, actor, { organizationId: organization.id, action: "schedule-changed", summary, at });
  });
}

/** What to store: null for the default, empty for never. */
function readSchedule(form: FormData, { at }: CommandContext): string | null {
  const choice = form.get("choice");
  if (choice === "default") return null;
  if (choice === "off") return "";
  const cron = String(form.get("cron") ?? "")
    .trim()
    .replaceAll(/\s+/g, " ");
  if (cron.length > cronLengthMax || cron.split(" ").length !== 5 || nextScanAt(cron, at) === null) {
    throw new AppError(
      "parse",
      "Write a cron line of five fields that comes due, such as 17 2 * * * for every day at 02:17 UTC.",
    );
  }
  return cron;
}

function words(scanCron: string | null): string {
  if (scanCron === null) return "the default";
  return scanCron === "" ? "off" : scanCron;
}
