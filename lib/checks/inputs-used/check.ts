import type { FlakeFacts, InputFacts } from "#lib/model/flake.ts";
import type { Check, CheckResult } from "../check.ts";
import { inputSource } from "../input-source.ts";
import { listed } from "../listed.ts";
import { flakePath, flakeSubject, mainFlakes, withoutFlake } from "../subjects.ts";
import { words } from "./doc.ts";

/** inputsUsed: every input that a flake declares serves its outputs, or is there for other inputs to follow. */
export const inputsUsed: Check = {
  id: "inputs-used",
  version: 1,
  theme: "lean-inputs",
  severity: "advice",
  stage: null,
  words,

  evaluate({ facts }) {
    const flakes = mainFlakes(facts);
    if (flakes.length === 0) return [withoutFlake(facts)];
    const isAllRead = facts.isComplete && facts.nixFiles.read === facts.nixFiles.total;
    return flakes.map((flake) => judge(flake, isAllRead));
  },
};

function judge(flake: FlakeFacts, isAllRead: boolean): CheckResult {
  const subject = flakeSubject(flake);
  const path = flakePath(flake);
  const { outputs } = flake;
  if (flake.parse.status !== "ok" || outputs === null) {
    return { subject, outcome: "unknown", summary: `${path} cannot be read`, evidence: [{ path }] };
  }
  if (flake.inputs.length === 0) {
    return { subject, outcome: "not-applicable", summary: "the flake has no inputs", evidence: [] };
  }
  const served = new Set([...outputs.usedInputs, ...followedInputs(flake)]);
  const unused = flake.inputs.filter((input) => !served.has(input.name) && !servesOlderNix(input));
  if (unused.length === 0) return { subject, outcome: "pass", summary: "every input is used", evidence: [{ path }] };
  // Modules take inputs by way of the flake itself, and some files read flake.lock on their own.
  const certain = unused.filter((input) => !outputs.inputsNamedElsewhere.includes(input.name));
  const doubt = doubtOf(flake, isAllRead) ?? (certain.length === 0 ? "other Nix files name them" : undefined);
  const shown = doubt === undefined ? certain : unused;
  const names = listed(shown.map((input) => input.name));
  const evidence = shown.map((input) => input.evidence);
  if (doubt === undefined) return { subject, outcome: "fail", summary: `the outputs do not use ${names}`, evidence };
  return {
    subject,
    outcome: "unknown",
    summary: `whether the outputs use ${names} cannot be told: ${doubt}`,
    evidence,
  };
}

/** flake-compat serves the flake to those who do not use flakes yet, and no output names it. */
function servesOlderNix(input: InputFacts): boolean {
  return inputSource(input)?.name === "flake-compat" || input.name === "flake-compat";
}

/** The inputs that other inputs follow. */
function followedInputs({ inputs, lock }: FlakeFacts): readonly string[] {
  const declared = inputs.flatMap((input) => [input.follows, ...input.overrides.map((override) => override.follows)]);
  // An override of an input's inputs is deeper than facts tell; in the lock it shows as one that follows from the root.
  const locked = lock.status === "ok" ? lock.nodes.flatMap(({ edges }) => edges.map((edge) => edge.follows)) : [];
  const first = declared.flatMap((path) => path?.split("/", 1)[0] ?? []);
  return [...first, ...locked.flatMap((path) => path ?? [])];
}

/** Why an input may be used though nothing shows it; undefined when nothing is hidden. */
function doubtOf(flake: FlakeFacts, isAllRead: boolean): string | undefined {
  const { inputs, outputs, lock } = flake;
  if (outputs === null || !outputs.areUsesComplete) return "all inputs are handed on";
  if (outputs.helperUses.some((use) => use.library === "flake-parts"))
    return "modules of flake-parts take them by name";
  if (outputs.kinds.length === 0) return "the flake has no outputs and may only lend its inputs";
  if (!isAllRead) return "not all Nix files were read";
  const isDeep = inputs.some(({ overrides }) => overrides.some(({ url, follows }) => url === null && follows === null));
  return isDeep && lock.status !== "ok" ? "an input of an input may follow" : undefined;
}
