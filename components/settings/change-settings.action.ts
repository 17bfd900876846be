"use server";

import { revalidatePath } from "next/cache";
import { changePolicyField, resetPolicyField } from "#lib/commands/change-policy-field.ts";
import { type CheckChoice, chooseCheck } from "#lib/commands/choose-check.ts";
import type { CommandResult } from "#lib/commands/run-command.ts";
import { endWaiver, type WaiverForm, waive } from "#lib/commands/waive.ts";

/** changePolicyFieldAction changes one field of the policy to what its form says, or says what is wrong with it. */
export async function changePolicyFieldAction(slug: string, field: string, form: FormData): Promise<CommandResult> {
  return shown(await changePolicyField(slug, field, form));
}

/** resetPolicyFieldAction makes one field of the policy the default again. */
export async function resetPolicyFieldAction(slug: string, field: string): Promise<CommandResult> {
  return shown(await resetPolicyField(slug, field));
}

/** chooseCheckAction changes how loudly a check speaks, or whether it is asked at all. */
export async function chooseCheckAction(slug: string, checkId: string, choice: CheckChoice): Promise<CommandResult> {
  return shown(await chooseCheck(slug, checkId, choice));
}

/** waiveAction grants a waiver, or says what is missing. */
export async function waiveAction(slug: string, form: WaiverForm): Promise<CommandResult> {
  return shown(await waive(slug, form));
}

/** endWaiverAction ends a waiver that was granted here. */
export async function endWaiverAction(slug: string, waiverId: string): Promise<CommandResult> {
  return shown(await endWaiver(slug, waiverId));
}

/** Shares everywhere rest on the policy and the waivers. */
function shown(result: CommandResult): CommandResult {
  if ("done" in result) revalidatePath("/orgs/[organization]", "layout");
  return result;
}
