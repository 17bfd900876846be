import type { FixtureFiles } from "#lib/facts/testing/snapshot-fixture.ts";
import type { Outcome } from "#lib/model/finding.ts";
import type { Visibility } from "#lib/model/repository.ts";
import type { Check, CheckContext } from "../check.ts";
import { contextOf } from "./judge.ts";

/** CheckCase is one small repository, and everything that a check has to say of it. */
export interface CheckCase {
  /** What is special about the repository, as what follows "for". */
  readonly name: string;
  readonly files: FixtureFiles;
  /** False when not every path could be listed; true by default. */
  readonly isComplete?: boolean;
  /** That of a private repository by default; null is not known. */
  readonly visibility?: Visibility | null;
  /** Every subject with its outcome; the repository with the outcome under which the case stands by default. */
  readonly gives?: Readonly<Record<string, Outcome>>;
}

/** OddCase is a shape of a real repository that a simple rule would take for something else. */
export interface OddCase extends CheckCase {
  /** The public repository, or the tool, whose shape it is; retyped small. */
  readonly seenIn: string;
  readonly gives: Readonly<Record<string, Outcome>>;
}

/** NeverGiven is the reason for which a check cannot give an outcome. */
export interface NeverGiven {
  readonly never: string;
}

type Some<T> = readonly [T, ...T[]];

/**
 * CheckCases is what stands in `cases.ts` of a check's folder: a repository for every outcome, and an odd one.
 * `lib/checks/cases.test.ts` runs all of them.
 */
export interface CheckCases {
  readonly check: Check;
  readonly outcomes: Readonly<Record<Outcome, Some<CheckCase> | NeverGiven>>;
  readonly odd: Some<OddCase>;
}

/** caseContext is what the check sees of the repository of a case. */
export function caseContext({ files, isComplete = true, visibility = "private" }: CheckCase): CheckContext {
  const context = contextOf(files, isComplete);
  return { ...context, repository: { ...context.repository, visibility } };
}

/** saidOf is every subject of a case with the outcome that the check gives it. */
export function saidOf(check: Check, one: CheckCase): Readonly<Record<string, Outcome>> {
  return Object.fromEntries(check.evaluate(caseContext(one)).map(({ subject, outcome }) => [subject, outcome]));
}

/** isNever says whether a check cannot give an outcome. */
export function isNever(cases: Some<CheckCase> | NeverGiven): cases is NeverGiven {
  return "never" in cases;
}
