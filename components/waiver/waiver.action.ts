"use server";

import { revalidatePath } from "next/cache";
import type { CommandResult } from "#lib/commands/run-command.ts";
import { endWaiver, waive } from "#lib/commands/waive.ts";

/** waiveAction grants the waiver of a form, or says what is missing. */
export async function waiveAction(slug: string, form: FormData): Promise<CommandResult> {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  return shown(
    await waive(slug, {
      repository: text("repository"),
      checkId: text("checkId"),
      subject: text("subject") === "" ? null : text("subject"),
      reason: text("reason"),
      expiresOn: text("expiresOn"),
    }),
  );
}

/** endWaiverAction ends a waiver that was granted here. */
export async function endWaiverAction(slug: string, waiverId: string): Promise<CommandResult> {
  return shown(await endWaiver(slug, waiverId));
}

/** Shares everywhere rest on the waivers. */
function shown(result: CommandResult): CommandResult {
  if ("done" in result) revalidatePath("/orgs/[organization]", "layout");
  return result;
}
