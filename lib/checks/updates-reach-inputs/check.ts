import type { UpdateAutomationFact } from "#lib/model/automation-facts.ts";
import type { Check, CheckResult } from "../check.ts";
import { type DirectInput, directInputs, withoutInputs } from "../direct-inputs.ts";
import { listed } from "../listed.ts";
import { inputSubject, mainFlakes, repositorySubject, withoutFlake } from "../subjects.ts";
import { unknownWords } from "../unknown-words.ts";
import { updateAutomationNames } from "../update-automation-names.ts";
import { words } from "./doc.ts";
import { fix } from "./fix.ts";
import { reachOf } from "./reach.ts";

/** updatesReachInputs: what updates flake.lock by itself reaches every direct input. */
export const updatesReachInputs: Check = {
  id: "updates-reach-inputs",
  version: 1,
  theme: "automation",
  severity: "warning",
  stage: "continuous-integration",
  words,

  evaluate({ facts }) {
    if (mainFlakes(facts).length === 0) return [withoutFlake(facts)];
    const inputs = directInputs(facts);
    if (inputs.length === 0) return [withoutInputs(facts)];
    const automation = facts.updateAutomation;
    const subject = repositorySubject;
    if (!automation.known) {
      return [{ subject, outcome: "unknown", summary: unknownWords.updates[automation.reason], evidence: [] }];
    }
    if (automation.value.length === 0) {
      const summary = "nothing updates flake.lock by itself";
      return [{ subject, outcome: "not-applicable", summary, evidence: [] }];
    }
    return inputs.map((input) => judge(input, automation.value));
  },

  fix,
};

function judge({ flake, input }: DirectInput, automation: readonly UpdateAutomationFact[]): CheckResult {
  const subject = inputSubject(flake, input);
  if (input.ref?.rev !== undefined) {
    const summary = `${input.name} is pinned to a revision, which nothing should move`;
    return { subject, outcome: "not-applicable", summary, evidence: [input.evidence] };
  }
  const reaches = automation.map((fact) => ({ fact, reach: reachOf(fact, flake, input) }));
  const named = (wanted: boolean | null) => reaches.filter(({ reach }) => reach === wanted).map(({ fact }) => fact);
  const [reaching] = named(true);
  if (reaching !== undefined) {
    const summary = `${updateAutomationNames[reaching.kind]} updates ${input.name}`;
    return { subject, outcome: "pass", summary, evidence: [reaching.evidence] };
  }
  const doubtful = named(null);
  if (doubtful.length > 0) {
    const summary = `whether ${namesOf(doubtful)} updates ${input.name} cannot be told`;
    return { subject, outcome: "unknown", summary, evidence: doubtful.map(({ evidence }) => evidence) };
  }
  const summary = `${namesOf(automation)} ${automation.length === 1 ? "does" : "do"} not reach ${input.name}`;
  return {
    subject,
    outcome: "fail",
    summary,
    evidence: [input.evidence, ...automation.map(({ evidence }) => evidence)],
  };
}

function namesOf(automation: readonly UpdateAutomationFact[]): string {
  return listed(automation.map(({ kind }) => updateAutomationNames[kind]));
}
