import type { RepositoryFacts } from "#lib/model/facts.ts";
import type { FlakeFacts, InputFacts } from "#lib/model/flake.ts";
import type { CheckResult } from "./check.ts";
import { flakePath, inputSubject, mainFlakes, repositorySubject } from "./subjects.ts";

/** DirectInput is an input together with the flake that declares it. */
export interface DirectInput {
  readonly flake: FlakeFacts;
  readonly input: InputFacts;
}

/**
 * directInputs are the inputs of all main flakes that point somewhere of their own. An input that follows another is
 * judged where that one is declared; a path inside the repository ages with it and is not judged.
 */
export function directInputs(facts: RepositoryFacts): readonly DirectInput[] {
  return mainFlakes(facts).flatMap((flake) =>
    flake.inputs
      .filter((input) => input.follows === null && input.ref?.type !== "path")
      .map((input) => ({ flake, input })),
  );
}

/** directNixpkgs are those of them that are a Nixpkgs, whatever they are called. */
export function directNixpkgs(facts: RepositoryFacts): readonly DirectInput[] {
  return directInputs(facts).filter(({ input }) => input.isNixpkgs);
}

/** findInput is the input of a main flake that a result speaks of. */
export function findInput(facts: RepositoryFacts, subject: string): DirectInput | undefined {
  for (const flake of mainFlakes(facts)) {
    const input = flake.inputs.find((candidate) => inputSubject(flake, candidate) === subject);
    if (input !== undefined) return { flake, input };
  }
  return undefined;
}

/** isUnclearInput says that which flake an input is cannot be told: nothing locks it, and it names no place of its own. */
export function isUnclearInput({ isFlake, isNixpkgs, ref, locked }: InputFacts): boolean {
  return isFlake && !isNixpkgs && locked === null && (ref === null || ref.type === "indirect");
}

/** hasUnclearInputs says that a flake may have inputs that were not seen: its flake.nix was not understood. */
export function hasUnclearInputs(flake: FlakeFacts): boolean {
  // Where flake.nix could not be read at all, the lock lists the inputs instead.
  return flake.parse.status === "error" || (flake.parse.status === "unread" && flake.lock.status !== "ok");
}

/**
 * withoutInputs is the result of a check on inputs, for a repository in which none was seen: not applicable, or
 * unknown when a flake.nix was not understood.
 */
export function withoutInputs(facts: RepositoryFacts): CheckResult {
  const subject = repositorySubject;
  const unclear = mainFlakes(facts).find(hasUnclearInputs);
  if (unclear === undefined) {
    return { subject, outcome: "not-applicable", summary: "there are no inputs from elsewhere", evidence: [] };
  }
  const path = flakePath(unclear);
  const summary = `${path} cannot be read, so its inputs are unknown`;
  return { subject, outcome: "unknown", summary, evidence: [{ path }] };
}

/** withoutNixpkgs is the result of a check on Nixpkgs, for a repository of which no flake takes it directly. */
export function withoutNixpkgs(facts: RepositoryFacts): CheckResult {
  if (mainFlakes(facts).some(hasUnclearInputs)) return withoutInputs(facts);
  const unclear = directInputs(facts).find(({ input }) => input.ref === null && input.locked === null);
  if (unclear !== undefined) {
    const { name, evidence } = unclear.input;
    const summary = `whether ${name} is a Nixpkgs cannot be told`;
    return { subject: repositorySubject, outcome: "unknown", summary, evidence: [evidence] };
  }
  const summary = "no flake takes Nixpkgs as a direct input";
  return { subject: repositorySubject, outcome: "not-applicable", summary, evidence: [] };
}
