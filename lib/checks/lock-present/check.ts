import type { InputFacts } from "#lib/model/flake.ts";
import type { Check } from "../check.ts";
import { flakePath, flakeSubject, lockPath, mainFlakes, withoutFlake, withoutLock } from "../subjects.ts";
import { words } from "./doc.ts";

/** lockPresent: a flake with inputs has a flake.lock beside it. */
export const lockPresent: Check = {
  id: "lock-present",
  version: 2,
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
      return flake.inputs.some(isFromElsewhere)
        ? { subject, outcome: "fail", summary: `${lockPath(flake)} is missing`, evidence }
        : { subject, outcome: "not-applicable", summary: "the flake has no inputs to lock", evidence };
    });
  },
};

/** A folder of the repository is what the commit says, and its own lock holds its inputs; what follows adds nothing. */
function isFromElsewhere({ follows, ref }: InputFacts): boolean {
  const isInRepository = ref?.type === "path" && typeof ref.path === "string" && !ref.path.startsWith("/");
  return follows === null && !isInRepository;
}
