import type { RepositoryFacts } from "#lib/model/facts.ts";
import type { FlakeFacts } from "#lib/model/flake.ts";
import type { Check, CheckResult } from "../check.ts";
import { flakeSubject, lockPath, mainFlakes, withoutFlake, withoutLock } from "../subjects.ts";
import { words } from "./doc.ts";

/** lockValid: Nix would accept flake.lock. */
export const lockValid: Check = {
  id: "lock-valid",
  version: 1,
  theme: "adoption",
  severity: "error",
  stage: "development",
  words,

  evaluate({ facts }) {
    const flakes = mainFlakes(facts);
    if (flakes.length === 0) return [withoutFlake(facts)];
    return flakes.map((flake) => judge(flake, facts));
  },
};

function judge(flake: FlakeFacts, facts: RepositoryFacts): CheckResult {
  const path = lockPath(flake);
  const subject = flakeSubject(flake);
  switch (flake.lock.status) {
    case "ok":
      return { subject, outcome: "pass", summary: `${path} is version ${flake.lock.version}`, evidence: [{ path }] };
    case "missing":
      return withoutLock(flake, facts);
    case "unread": {
      const summary = `${path} could not be read: ${flake.lock.message}`;
      return { subject, outcome: "unknown", summary, evidence: [{ path }] };
    }
    case "error":
      return { subject, outcome: "fail", summary: `Nix refuses ${path}: ${flake.lock.message}`, evidence: [{ path }] };
  }
}
