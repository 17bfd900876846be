import type { Check } from "../check.ts";
import { flakePath, mainFlakes, repositorySubject } from "../subjects.ts";
import { words } from "./doc.ts";

/** flakePresent: the repository has a flake that is not a template, an example or a test. */
export const flakePresent: Check = {
  id: "flake-present",
  version: 1,
  theme: "adoption",
  severity: "advice",
  stage: "development",
  words,

  evaluate({ facts }) {
    const [flake, ...others] = mainFlakes(facts);
    if (flake !== undefined) {
      const evidence = [flake, ...others].map((found) => ({ path: flakePath(found) }));
      const summary = others.length === 0 ? `${flakePath(flake)} is here` : `${evidence.length} flakes are here`;
      return [{ subject: repositorySubject, outcome: "pass", summary, evidence }];
    }
    if (!facts.isComplete) {
      const summary = "not all files could be listed, and none of the listed ones is a flake";
      return [{ subject: repositorySubject, outcome: "unknown", summary, evidence: [] }];
    }
    const ways = [...new Set(facts.nonFlake.map((fact) => fact.kind))];
    const summary = ways.length === 0 ? "there is no flake.nix" : `Nix is used without a flake (${ways.join(", ")})`;
    return [
      { subject: repositorySubject, outcome: "fail", summary, evidence: facts.nonFlake.map((fact) => fact.evidence) },
    ];
  },
};
