import type { Check } from "../check.ts";
import { flakePath, flakeSubject, lockPath, mainFlakes, withoutFlake, withoutLock } from "../subjects.ts";
import { words } from "./doc.ts";

/** lockPresent: a flake with inputs has a flake.lock beside it. */
export const lockPresent: Check = {
  id: "lock-present",
  version: 1,
  theme: "adoption",
  severity: "warning",
  stage: "development",
  words,

  evaluate({ facts }) {
    const flakes = mainFlakes(facts);
    if (flakes.length === 0) return [withoutFlake(facts)];
    return flakes.map((flake) => {
      const subject = flakeSubject(flake);
      if (flake.lock.status !== "missing") {
        return {
          subject,
          outcome: "pass",
          summary: `${lockPath(flake)} is here`,
          evidence: [{ path: lockPath(flake) }],
        };
      }
      if (!facts.isComplete) return withoutLock(flake, facts);
      const evidence = [{ path: flakePath(flake) }];
      if (flake.parse.status !== "ok") {
        return {
          subject,
          outcome: "unknown",
          summary: `${flakePath(flake)} cannot be read, so its inputs are unknown`,
          evidence,
        };
      }
      return flake.inputs.length === 0
        ? { subject, outcome: "not-applicable", summary: "the flake has no inputs to lock", evidence }
        : { subject, outcome: "fail", summary: `${lockPath(flake)} is missing`, evidence };
    });
  },
};
