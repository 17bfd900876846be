import type { Check } from "../check.ts";
import { listed } from "../listed.ts";
import { mainFlakes, repositorySubject } from "../subjects.ts";
import { words } from "./doc.ts";

/** nonFlakeConverted: what uses Nix does so through a flake. */
export const nonFlakeConverted: Check = {
  id: "non-flake-converted",
  version: 1,
  theme: "adoption",
  severity: "advice",
  stage: "development",
  words,

  evaluate({ facts }) {
    const subject = repositorySubject;
    const own = facts.nonFlake.filter(({ isBridge }) => !isBridge);
    const evidence = own.map((fact) => fact.evidence);
    if (mainFlakes(facts).length > 0) {
      const summary =
        own.length === 0
          ? "everything goes through the flake"
          : `a flake stands beside ${listed(own.map(({ kind }) => kind))}`;
      return [{ subject, outcome: "pass", summary, evidence }];
    }
    if (own.length === 0) {
      if (facts.isComplete) return [{ subject, outcome: "not-applicable", summary: "there is no Nix", evidence: [] }];
      return [{ subject, outcome: "unknown", summary: "not all files could be listed", evidence: [] }];
    }
    if (!facts.isComplete) {
      const summary = `${listed(own.map(({ kind }) => kind))}, and a flake may be among the files that could not be listed`;
      return [{ subject, outcome: "unknown", summary, evidence }];
    }
    const summary = `Nix is used through ${listed(own.map(({ kind }) => kind))}, without a flake`;
    return [{ subject, outcome: "fail", summary, evidence }];
  },
};
