import { z } from "zod";
import { findCheck } from "#lib/checks/registry.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { waiverEnd, waiverPeriod } from "#lib/model/waiver.ts";
import { recordAudit } from "#lib/store/audit.ts";
import { listRepositorySummaries } from "#lib/store/repositories.ts";
import { grantWaiver, listActiveWaivers, revokeWaiver } from "#lib/store/waivers.ts";
import { type CommandResult, runCommand } from "./run-command.ts";

const waiverSchema = z.object({
  repository: z.string().min(1),
  checkId: z.string().refine((id) => findCheck(id) !== undefined, "There is no such check."),
  subject: z.string().max(500).nullable(),
  reason: z.string().trim().min(3, "Say why, in a few words.").max(500, "The reason is longer than 500 characters."),
  expiresOn: z.iso.date("Choose the last day on which the waiver holds."),
});

/** WaiverForm is what a person fills in. `expiresOn` is the last day, UTC; a null subject waives every subject. */
type WaiverForm = z.infer<typeof waiverSchema>;

/** waive grants a waiver from now through its last day, at most a year away. */
export function waive(slug: string, form: WaiverForm): Promise<CommandResult> {
  return runCommand(slug, async ({ database, actor, organization, at }) => {
    const parsed = waiverSchema.safeParse(form);
    if (!parsed.success) throw new AppError("parse", parsed.error.issues.map(({ message }) => message).join(" "));
    const { repository: name, checkId, subject, reason, expiresOn } = parsed.data;
    const { firstDay, lastDay } = waiverPeriod(at);
    if (expiresOn < firstDay) throw new AppError("parse", "The last day lies in the past.");
    if (expiresOn > lastDay) throw new AppError("parse", `A waiver holds for a year at most, through ${lastDay}.`);
    const expiresAt = waiverEnd(expiresOn);
    const summaries = await listRepositorySummaries(database, organization.id);
    const repository = summaries.find((one) => one.name === name);
    if (repository === undefined) throw new AppError("not-found", "This repository is not here any more.");
    const organizationId = organization.id;
    const waiver = { organizationId, repositoryId: repository.id, checkId, subject, reason, expiresAt };
    await grantWaiver(database, actor, waiver, at);
    const summary = `Waived ${checkId}${subject === null ? "" : ` for ${subject}`} in ${name} through ${expiresOn}: ${reason}`;
    await recordAudit(database, actor, { organizationId, action: "waiver-granted", summary, at });
  });
}

/** endWaiver ends a waiver that was granted here; one that the repository declares ends in its own file. */
export function endWaiver(slug: string, waiverId: string): Promise<CommandResult> {
  return runCommand(slug, async ({ database, actor, organization, at }) => {
    const active = await listActiveWaivers(database, organization.id, at);
    const waiver = active.find(({ id }) => id === waiverId);
    if (waiver === undefined) throw new AppError("not-found", "This waiver has ended already.");
    if (waiver.source === "repository")
      throw new AppError("conflict", "The repository declares this waiver itself: end it in .github/flakeboard.yml.");
    await revokeWaiver(database, actor, waiverId, at);
    const summary = `Ended the waiver of ${waiver.checkId}: ${waiver.reason}`;
    await recordAudit(database, actor, { organizationId: organization.id, action: "waiver-revoked", summary, at });
  });
}
