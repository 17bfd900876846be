import { stringify } from "yaml";
import type { UpdateAutomationFact } from "#lib/model/automation-facts.ts";
import type { Fix } from "#lib/model/fix.ts";
import type { CheckContext, CheckResult } from "../check.ts";
import { type DirectInput, directInputs } from "../direct-inputs.ts";
import { inputSubject } from "../subjects.ts";
import { updateWorkflow } from "../updates-automated/update-workflow.ts";
import { reachOf } from "./reach.ts";

/**
 * fix lets the workflow that is there name the inputs that it leaves out, where that is all that is missing; a workflow
 * of its own for the flake otherwise.
 */
export function fix({ facts }: CheckContext, { subject, outcome }: CheckResult): Fix | null {
  const inputs = directInputs(facts);
  const found = inputs.find(({ flake, input }) => inputSubject(flake, input) === subject);
  if (outcome !== "fail" || found === undefined || !facts.updateAutomation.known) return null;
  const ofFlake = inputs.filter(({ flake, input }) => flake === found.flake && input.ref?.rev === undefined);
  const naming = facts.updateAutomation.value.find((fact) => leavesOut(fact, found));
  return (naming === undefined ? null : longerList(naming, ofFlake)) ?? updateWorkflow([found.flake], facts);
}

/** It updates this flake, and would update the input too if it named no inputs. */
function leavesOut(fact: UpdateAutomationFact, { flake, input }: DirectInput): boolean {
  return (
    fact.kind === "update-flake-lock" &&
    fact.inputs !== null &&
    reachOf({ ...fact, inputs: null }, flake, input) === true
  );
}

// The action splits its list at white space, and hands the names to a shell.
const safeName = /^[A-Za-z_][A-Za-z0-9_-]*$/;

function longerList(fact: UpdateAutomationFact, inputs: readonly DirectInput[]): Fix | null {
  const { evidence } = fact;
  const present = fact.inputs ?? [];
  const wanted = inputs.map(({ input }) => input.name);
  const missing = wanted.filter((name) => !present.includes(name));
  const names = [...present, ...missing];
  if (missing.length === 0 || !names.every((name) => safeName.test(name))) return null;
  return {
    title: `Let the workflow update ${missing.join(", ")} as well`,
    language: "yaml",
    path: evidence.path,
    text: stringify({ with: { inputs: names.join(" ") } }, { lineWidth: 0 }),
    note: `Put this list in place of the \`inputs\` of the step in line ${evidence.line ?? 1}. Without \`inputs\` the step updates all of them, also those that come later.`,
  };
}
