import type { RepositoryFacts } from "#lib/model/facts.ts";
import type { FlakeFacts, InputFacts } from "#lib/model/flake.ts";
import type { CheckResult } from "./check.ts";

/** repositorySubject is the subject of a check on the whole repository. */
export const repositorySubject = ".";

/** flakeSubject is the subject of a check on one flake: `.` for the root, `./nix` for the flake in `nix`. */
export function flakeSubject(flake: FlakeFacts): string {
  return flake.directory === "." ? "." : `./${flake.directory}`;
}

/**
 * inputSubject is the subject of a check on one input: `./nixpkgs`, or `./nix/nixpkgs` in the flake of `nix`.
 * Nix refuses a slash in a name; written as `%2F`, such a name is not taken for an input of another flake.
 */
export function inputSubject(flake: FlakeFacts, input: InputFacts): string {
  return `${flakeSubject(flake)}/${input.name.replaceAll("/", "%2F")}`;
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

/** findFlake is the main flake that a result speaks of. */
export function findFlake(facts: RepositoryFacts, subject: string): FlakeFacts | undefined {
  return mainFlakes(facts).find((flake) => flakeSubject(flake) === subject);
}

/**
 * withoutFlake is the result of a check that needs a flake, for a repository that has none that counts: not
 * applicable, or unknown when not all of its files could be listed.
 */
export function withoutFlake({ isComplete, flakes }: RepositoryFacts): CheckResult {
  const subject = repositorySubject;
  if (!isComplete) {
    const summary = "not all files could be listed, and none of the listed ones is a flake";
    return { subject, outcome: "unknown", summary, evidence: [] };
  }
  const summary = flakes.length === 0 ? "there is no flake" : "the only flakes are templates, examples or tests";
  return { subject, outcome: "not-applicable", summary, evidence: [] };
}

/**
 * withoutLock is the result of a check that needs flake.lock, for a flake that has none: not applicable, or unknown
 * when not all files could be listed.
 */
export function withoutLock(flake: FlakeFacts, { isComplete }: RepositoryFacts): CheckResult {
  const subject = flakeSubject(flake);
  return isComplete
    ? { subject, outcome: "not-applicable", summary: `${lockPath(flake)} is missing`, evidence: [] }
    : {
        subject,
        outcome: "unknown",
        summary: `${lockPath(flake)} is not among the files that were listed`,
        evidence: [],
      };
}
