import type { InputFacts } from "#lib/model/flake.ts";
import { dayOf, instantFromUnixSeconds } from "#lib/model/instant.ts";
import { unknown, unknownReasonWords } from "#lib/model/observed.ts";
import { driftOf } from "#lib/model/upstream-heads.ts";
import type { Check, CheckContext, CheckResult } from "../check.ts";
import { type DirectInput, directInputs, withoutInputs } from "../direct-inputs.ts";
import { inputAgeDays } from "../input-age.ts";
import { inputSubject, mainFlakes, withoutFlake } from "../subjects.ts";
import { words } from "./doc.ts";
import { fix } from "./fix.ts";

/** inputsFresh: every direct input is locked to something recent; Nixpkgs has a limit of its own. */
export const inputsFresh: Check = {
  id: "inputs-fresh",
  version: 1,
  theme: "freshness",
  severity: "warning",
  stage: null,
  words,
  fix,

  evaluate(context) {
    if (mainFlakes(context.facts).length === 0) return [withoutFlake(context.facts)];
    const inputs = directInputs(context.facts);
    if (inputs.length === 0) return [withoutInputs(context.facts)];
    return inputs.map((input) => judge(input, context));
  },
};

function judge({ flake, input }: DirectInput, { policy, asOf, upstreams }: CheckContext): CheckResult {
  const subject = inputSubject(flake, input);
  const evidence = [input.evidence];
  const { name } = input;
  const age = inputAgeDays(input, asOf);
  if (!age.known) {
    const summary = `the age of ${name} is unknown: ${unknownReasonWords[age.reason]}`;
    return { subject, outcome: "unknown", summary, evidence };
  }
  const limitDays = input.isNixpkgs ? policy.nixpkgsAgeDaysMax : policy.inputAgeDaysMax;
  const summary = `${name} is ${daysWords(age.value)} old, limit ${limitDays}${dateOf(input)}`;
  if (age.value <= limitDays) return { subject, outcome: "pass", summary, evidence };
  // An upstream that rests makes its inputs old and nobody late.
  const behind = upstreams === undefined ? unknown("not-asked") : driftOf(input, upstreams);
  if (behind.known && behind.value <= limitDays) {
    return {
      subject,
      outcome: "pass",
      summary: `${summary}, and ${daysWords(behind.value)} behind its upstream`,
      evidence,
    };
  }
  const drift = behind.known ? `, ${daysWords(behind.value)} behind its upstream` : "";
  return { subject, outcome: "fail", summary: `${summary}${drift}`, evidence };
}

function daysWords(days: number): string {
  return `${days} ${days === 1 ? "day" : "days"}`;
}

function dateOf({ locked }: InputFacts): string {
  const lastModified = locked?.lastModified;
  return lastModified?.known ? ` (of ${dayOf(instantFromUnixSeconds(lastModified.value))})` : "";
}
