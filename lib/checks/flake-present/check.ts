import type { NonFlakeKind } from "#lib/model/facts.ts";
import type { Check } from "../check.ts";
import { flakePath, mainFlakes, repositorySubject, withoutFlake } from "../subjects.ts";
import { words } from "./doc.ts";
import { fix } from "./fix.ts";

/** flakePresent: the repository has a flake that is not a template, an example or a test. */
export const flakePresent: Check = {
  id: "flake-present",
  version: 1,
  theme: "adoption",
  severity: "advice",
  stage: "development",
  words,
  fix,

  evaluate({ facts }) {
    const [flake, ...others] = mainFlakes(facts);
    if (flake !== undefined) {
      const evidence = [flake, ...others].map((found) => ({ path: flakePath(found) }));
      const summary = others.length === 0 ? `${flakePath(flake)} is here` : `${evidence.length} flakes are here`;
      return [{ subject: repositorySubject, outcome: "pass", summary, evidence }];
    }
    if (!facts.isComplete) return [withoutFlake(facts)];
    const ways = [...new Set(facts.nonFlake.map((fact) => fact.kind))];
    const evidence = [
      ...facts.flakes.map((found) => ({ path: flakePath(found) })),
      ...facts.nonFlake.map((fact) => fact.evidence),
    ];
    return [{ subject: repositorySubject, outcome: "fail", summary: missing(facts.flakes.length, ways), evidence }];
  },
};

function missing(otherFlakes: number, ways: readonly NonFlakeKind[]): string {
  if (ways.length > 0) return `Nix is used without a flake (${ways.join(", ")})`;
  return otherFlakes === 0 ? "there is no flake.nix" : "the only flakes are templates, examples or tests";
}
