import type { RepositoryFacts } from "#lib/model/facts.ts";
import type { FlakeFacts, LockDriftFacts } from "#lib/model/flake.ts";
import type { Check, CheckResult } from "../check.ts";
import { listed } from "../listed.ts";
import { flakePath, flakeSubject, lockPath, mainFlakes, withoutFlake, withoutLock } from "../subjects.ts";
import { words } from "./doc.ts";
import { fix } from "./fix.ts";

/** lockInSync: flake.lock holds what flake.nix declares, so that Nix would not change it. */
export const lockInSync: Check = {
  id: "lock-in-sync",
  version: 1,
  theme: "adoption",
  severity: "warning",
  stage: "development",
  words,
  fix,

  evaluate({ facts }) {
    const flakes = mainFlakes(facts);
    if (flakes.length === 0) return [withoutFlake(facts)];
    return flakes.map((flake) => judge(flake, facts));
  },
};

function judge(flake: FlakeFacts, facts: RepositoryFacts): CheckResult {
  const subject = flakeSubject(flake);
  const path = lockPath(flake);
  if (flake.lock.status === "missing") return withoutLock(flake, facts);
  if (flake.lock.status !== "ok") {
    return { subject, outcome: "unknown", summary: `${path} cannot be read`, evidence: [{ path }] };
  }
  const { drift } = flake.lock;
  if (drift === null) {
    const declared = flakePath(flake);
    const summary = `${declared} cannot be read, so there is nothing to compare ${path} with`;
    return { subject, outcome: "unknown", summary, evidence: [{ path: declared }] };
  }
  const differences = differencesOf(drift);
  if (differences.length > 0) {
    return {
      subject,
      outcome: "fail",
      summary: `${path} ${differences.join("; ")}`,
      evidence: evidenceOf(flake, drift),
    };
  }
  if (drift.unknown.length > 0) {
    const summary = `whether ${path} agrees on ${listed(drift.unknown)} cannot be told`;
    return { subject, outcome: "unknown", summary, evidence: [{ path }] };
  }
  const summary = `${path} holds what ${flakePath(flake)} declares`;
  return { subject, outcome: "pass", summary, evidence: [{ path }] };
}

function differencesOf({ missing, extra, different }: LockDriftFacts): readonly string[] {
  const changed = different.map(({ name, declared, locked }) => `${name} (declared ${declared}, locked ${locked})`);
  return [
    ...(missing.length > 0 ? [`lacks ${listed(missing)}`] : []),
    ...(extra.length > 0 ? [`still holds ${listed(extra)}`] : []),
    ...(changed.length > 0 ? [`differs in ${listed(changed)}`] : []),
  ];
}

/** The places where flake.nix declares what the lock does not hold, or the lock itself. */
function evidenceOf(flake: FlakeFacts, { missing, different }: LockDriftFacts): CheckResult["evidence"] {
  const names = new Set([...missing, ...different.map(({ name }) => name.split("/", 1).join(""))]);
  const places = flake.inputs.filter((input) => names.has(input.name)).map((input) => input.evidence);
  return [...places, { path: lockPath(flake) }];
}
