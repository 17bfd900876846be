import type { RepositoryFacts } from "#lib/model/facts.ts";
import type { FlakeFacts, InputFacts } from "#lib/model/flake.ts";
import { mainFlakes } from "./subjects.ts";

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
