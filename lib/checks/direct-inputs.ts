import type { RepositoryFacts } from "#lib/model/facts.ts";
import type { FlakeFacts, InputFacts } from "#lib/model/flake.ts";
import type { CheckResult } from "./check.ts";
import { flakePath, mainFlakes, repositorySubject } from "./subjects.ts";

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
