"use server";

import { revalidatePath } from "next/cache";
import { changePolicyField, resetPolicyField } from "#lib/commands/change-policy-field.ts";
import { type CheckChoice, chooseCheck } from "#lib/commands/choose-check.ts";
import type { CommandResult } from "#lib/commands/run-command.ts";

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

/** Shares everywhere rest on the policy. */
function shown(result: CommandResult): CommandResult {
  if ("done" in result) revalidatePath("/orgs/[organization]", "layout");
  return result;
}
