import { type FixtureFiles, factsOf } from "#lib/facts/testing/snapshot-fixture.ts";
import { defaultPolicy } from "#lib/model/policy.ts";
import type { Check, CheckContext, CheckResult, JudgedRepository } from "../check.ts";

/** asOf is the moment at which every test judges. */
export const asOf = "2026-11-22T00:00:00.000Z";

/** daysAgo is the moment some days before `asOf`, in Unix seconds, as flake.lock writes it. */
export function daysAgo(days: number): number {
  return Date.parse(asOf) / 1000 - days * 86_400;
}

/** judged is the repository that every test judges. */
export const judged: JudgedRepository = { owner: "acme", name: "tool", visibility: "private" };

/** contextOf is what a check sees of a repository with these files. */
export function contextOf(files: FixtureFiles, isComplete = true): CheckContext {
  return { repository: judged, facts: factsOf(files, { isComplete }), policy: defaultPolicy, asOf };
}

/** judge is what a check says of a repository with these files. */
export function judge(check: Check, files: FixtureFiles, isComplete = true): readonly CheckResult[] {
  return check.evaluate(contextOf(files, isComplete));
}

/** outcomes are the outcomes alone, by subject. */
export function outcomes(check: Check, files: FixtureFiles, isComplete = true): Readonly<Record<string, string>> {
  return Object.fromEntries(judge(check, files, isComplete).map(({ subject, outcome }) => [subject, outcome]));
}
