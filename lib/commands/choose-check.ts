import { findCheck } from "#lib/checks/registry.ts";
import { AppError } from "#lib/errors/app-error.ts";
import type { Severity } from "#lib/model/finding.ts";
import type { Policy } from "#lib/model/policy.ts";
import { applyPolicy } from "./change-policy.ts";
import { type CommandResult, runCommand } from "./run-command.ts";

/** CheckChoice is what an organization makes of a check: as it comes, with a severity of its own, or not asked. */
export type CheckChoice = "default" | Severity | "off";

/** chooseCheck changes how loudly a check speaks in an organization, or whether it is asked at all. */
export function chooseCheck(slug: string, checkId: string, choice: CheckChoice): Promise<CommandResult> {
  return runCommand(slug, (context) => {
    if (findCheck(checkId) === undefined) throw new AppError("not-found", "There is no such check.");
    return applyPolicy(context, (policy) => choiceIn(policy, checkId, choice));
  });
}

function choiceIn({ checksOff, severities }: Policy, checkId: string, choice: CheckChoice) {
  const others = Object.fromEntries(Object.entries(severities).filter(([id]) => id !== checkId));
  const asked = checksOff.filter((id) => id !== checkId);
  const chosen = choice === "default" || choice === "off" ? others : { ...others, [checkId]: choice };
  return {
    checksOff: choice === "off" ? [...asked, checkId] : asked,
    severities: chosen,
  };
}
