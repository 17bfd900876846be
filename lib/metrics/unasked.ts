import type { MeasuredRepository } from "./metric.ts";

// What a repository has that an older version judged, and whose tally is therefore not known, is told from its
// findings: a newer version has changed what is counted, and no repository may leave a whole for that.

/** mainFlakesOf is how many main flakes a repository has that was read: `flake-valid` has a finding for each. */
export function mainFlakesOf({ tally, findings }: Pick<MeasuredRepository, "tally" | "findings">): number {
  if (tally !== null) return tally.mainFlakes;
  const hasFlake = findings.some(({ checkId, outcome }) => checkId === "flake-present" && outcome === "pass");
  return hasFlake ? Math.max(1, subjectsOf("flake-valid", findings)) : 0;
}

/** directInputsOf is how many direct inputs a repository has that was read: `inputs-fresh` has a finding for each. */
export function directInputsOf({ tally, findings }: Pick<MeasuredRepository, "tally" | "findings">): number {
  return tally?.directInputs ?? subjectsOf("inputs-fresh", findings);
}

function subjectsOf(check: string, findings: MeasuredRepository["findings"]): number {
  return findings.filter(({ checkId, outcome }) => checkId === check && outcome !== "not-applicable").length;
}
