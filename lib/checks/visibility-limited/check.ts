import type { Check } from "../check.ts";
import { mainFlakes, repositorySubject, withoutFlake } from "../subjects.ts";
import { words } from "./doc.ts";

/** visibilityLimited: a repository that is not public does not publish its flake to the public. */
export const visibilityLimited: Check = {
  id: "visibility-limited",
  version: 2,
  theme: "caches",
  severity: "advice",
  stage: "distribution",
  words,

  evaluate({ facts, repository }) {
    if (mainFlakes(facts).length === 0) return [withoutFlake(facts)];
    const subject = repositorySubject;
    const { publishing } = facts;
    const { visibility } = repository;
    if (visibility === "public") {
      const summary = "the repository itself is public, by intent as far as can be seen";
      return [{ subject, outcome: "not-applicable", summary, evidence: [] }];
    }
    const found = publishing.places;
    const open = found.find((one) => one.visibility === "public" || one.visibility === "unlisted");
    if (open !== undefined) {
      const { evidence } = open;
      if (visibility === null) {
        const summary = `it publishes a flake as ${open.visibility}; whether the repository is private is not known`;
        return [{ subject, outcome: "unknown", summary, evidence: [evidence] }];
      }
      const summary = `the repository is ${visibility}, and its flake is published as ${open.visibility}`;
      return [{ subject, outcome: "fail", summary, evidence: [evidence] }];
    }
    const unclear = found.find((one) => one.visibility === null && one.kind !== "flakestry");
    if (publishing.unread !== null || unclear !== undefined) {
      const summary = "to whom the flake is published cannot be seen";
      return [{ subject, outcome: "unknown", summary, evidence: unclear === undefined ? [] : [unclear.evidence] }];
    }
    const [first] = found;
    const summary = first === undefined ? "the flake is not published" : "the flake is published privately";
    return [{ subject, outcome: "pass", summary, evidence: first === undefined ? [] : [first.evidence] }];
  },
};
