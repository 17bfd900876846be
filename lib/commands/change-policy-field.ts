import { AppError } from "#lib/errors/app-error.ts";
import { isPolicyField, type PolicyField, readPolicyTexts } from "#lib/format/policy-text.ts";
import { applyPolicy } from "./change-policy.ts";
import { type CommandResult, runCommand } from "./run-command.ts";

/** changePolicyField changes one field of an organization's policy to what the boxes of its form say. */
export function changePolicyField(slug: string, name: string, form: FormData): Promise<CommandResult> {
  const texts = new Map([...form].flatMap(([part, text]) => (typeof text === "string" ? [[part, text]] : [])));
  return runCommand(slug, (context) => {
    const field = policyField(name);
    return applyPolicy(context, () => ({ [field]: readPolicyTexts(field, texts) }));
  });
}

/** resetPolicyField makes one field of an organization's policy the default again. */
export function resetPolicyField(slug: string, name: string): Promise<CommandResult> {
  return runCommand(slug, (context) => applyPolicy(context, () => ({ [policyField(name)]: null })));
}

function policyField(name: string): PolicyField {
  if (isPolicyField(name)) return name;
  throw new AppError("parse", "The form names no field of the policy.");
}
