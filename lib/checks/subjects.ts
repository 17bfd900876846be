import type { RepositoryFacts } from "#lib/model/facts.ts";
import type { FlakeFacts, InputFacts } from "#lib/model/flake.ts";
import type { CheckResult } from "./check.ts";

/** repositorySubject is the subject of a check on the whole repository. */
export const repositorySubject = ".";

/** flakeSubject is the subject of a check on one flake: `.` for the root, `./nix` for the flake in `nix`. */
export function flakeSubject(flake: FlakeFacts): string {
  return flake.directory === "." ? "." : `./${flake.directory}`;
}

/** inputSubject is the subject of a check on one input: `./nixpkgs`, or `./nix/nixpkgs` in the flake of `nix`. */
export function inputSubject(flake: FlakeFacts, input: InputFacts): string {
  return `${flakeSubject(flake)}/${input.name}`;
}

/** lockPath is the path of a flake's flake.lock, beside its flake.nix. */
export function lockPath(flake: FlakeFacts): string {
  return flake.directory === "." ? "flake.lock" : `${flake.directory}/flake.lock`;
}

/** flakePath is the path of a flake's flake.nix. */
export function flakePath(flake: FlakeFacts): string {
  return flake.directory === "." ? "flake.nix" : `${flake.directory}/flake.nix`;
}

/** mainFlakes are the flakes that count; templates, examples and tests are judged by nobody. */
export function mainFlakes(facts: RepositoryFacts): readonly FlakeFacts[] {
  return facts.flakes.filter((flake) => flake.role === "main");
}

/**
 * withoutFlake is the result of a check that needs a flake, for a repository that has none: not applicable, or unknown
 * when not all of its files could be listed.
 */
export function withoutFlake(facts: RepositoryFacts): CheckResult {
  return facts.isComplete
    ? { subject: repositorySubject, outcome: "not-applicable", summary: "there is no flake", evidence: [] }
    : {
        subject: repositorySubject,
        outcome: "unknown",
        summary: "not all files could be listed, and none of the listed ones is a flake",
        evidence: [],
      };
}
