import type { Check } from "../check.ts";
import { flakePath, flakeSubject, mainFlakes, withoutFlake } from "../subjects.ts";
import { words } from "./doc.ts";

/** flakeValid: Nix would accept flake.nix as a flake. */
export const flakeValid: Check = {
  id: "flake-valid",
  version: 1,
  theme: "adoption",
  severity: "error",
  stage: "development",
  words,

  evaluate({ facts }) {
    const flakes = mainFlakes(facts);
    if (flakes.length === 0) return [withoutFlake(facts)];
    return flakes.map((flake) => {
      const path = flakePath(flake);
      const subject = flakeSubject(flake);
      if (flake.parse.status === "ok")
        return { subject, outcome: "pass", summary: `${path} is a flake`, evidence: [{ path }] };
      if (flake.parse.status === "unread") {
        return {
          subject,
          outcome: "unknown",
          summary: `${path} could not be read: ${flake.parse.message}`,
          evidence: [{ path }],
        };
      }
      const summary = `Nix refuses ${path}: ${flake.parse.message}`;
      return { subject, outcome: "fail", summary, evidence: [{ path, line: flake.parse.line }] };
    });
  },
};
