"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { forgetGrants } from "#lib/commands/ask-grants.ts";
import { changeSchedule } from "#lib/commands/change-schedule.ts";
import { disconnectOrganization } from "#lib/commands/disconnect-organization.ts";
import type { CommandResult } from "#lib/commands/run-command.ts";

/** changeScheduleAction changes when an organization is scanned by itself, or says what is wrong with the line. */
export async function changeScheduleAction(slug: string, form: FormData): Promise<CommandResult> {
  const result = await changeSchedule(slug, form);
  // The foot of every page says when the next scan is.
  if ("done" in result) revalidatePath("/orgs/[organization]", "layout");
  return result;
}

/** askAgainAction makes GitHub be asked anew what the credentials may do; the page comes with its answer. */
export async function askAgainAction(slug: string): Promise<void> {
  await forgetGrants(slug);
  revalidatePath("/orgs/[organization]/settings/scanning", "page");
}

/** disconnectAction removes an organization and opens the one that is left, or says what is missing. */
export async function disconnectAction(slug: string, confirmation: string): Promise<CommandResult> {
  const result = await disconnectOrganization(slug, confirmation);
  if ("problem" in result) return result;
  revalidatePath("/", "layout");
  redirect("/");
}
