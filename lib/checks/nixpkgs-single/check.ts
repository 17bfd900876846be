import type { Check } from "../check.ts";
import { flakeSubject, lockPath, mainFlakes, withoutFlake, withoutLock } from "../subjects.ts";
import { words } from "./doc.ts";
import { fix } from "./fix.ts";

/** nixpkgsSingle: the lock of a flake holds one Nixpkgs at most. */
export const nixpkgsSingle: Check = {
  id: "nixpkgs-single",
  version: 1,
  theme: "lean-inputs",
  severity: "advice",
  stage: null,
  words,
  fix,

  evaluate({ facts }) {
    const flakes = mainFlakes(facts);
    if (flakes.length === 0) return [withoutFlake(facts)];
    return flakes.map((flake) => {
      const subject = flakeSubject(flake);
      const path = lockPath(flake);
      if (flake.lock.status === "missing") return withoutLock(flake, facts);
      if (flake.lock.status !== "ok") {
        return { subject, outcome: "unknown", summary: `${path} cannot be read`, evidence: [{ path }] };
      }
      const copies = flake.lock.nodes.filter((node) => node.isReachable && node.isNixpkgs);
      const evidence = copies.map((node) => (node.line === null ? { path } : { path, line: node.line }));
      if (copies.length === 0) {
        return { subject, outcome: "not-applicable", summary: "the lock holds no Nixpkgs", evidence: [] };
      }
      if (copies.length === 1) return { subject, outcome: "pass", summary: "the lock holds one Nixpkgs", evidence };
      const origins = copies.map((node) => node.introducedBy ?? node.label).join(", ");
      return { subject, outcome: "fail", summary: `the lock holds ${copies.length} Nixpkgs: ${origins}`, evidence };
    });
  },
};
