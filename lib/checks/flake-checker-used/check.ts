import type { FlakeCheckerUse } from "#lib/model/automation-facts.ts";
import type { Check } from "../check.ts";
import { mainFlakes, repositorySubject, withoutFlake } from "../subjects.ts";
import { unknownWords } from "../unknown-words.ts";
import { words } from "./doc.ts";
import { fix } from "./fix.ts";

const byWords = {
  action: "the flake-checker action",
  hook: "a hook of git-hooks.nix",
  command: "the flake-checker command",
} as const satisfies Record<FlakeCheckerUse["by"], string>;

/** flakeCheckerUsed: something tells when Nixpkgs is old, unsupported or not upstream. */
export const flakeCheckerUsed: Check = {
  id: "flake-checker-used",
  version: 1,
  theme: "automation",
  severity: "advice",
  stage: "continuous-integration",
  words,
  fix,

  evaluate({ facts }) {
    const flakes = mainFlakes(facts);
    if (flakes.length === 0) return [withoutFlake(facts)];
    const subject = repositorySubject;
    const uses = facts.flakeChecker;
    if (uses.known && uses.value.length > 0) {
      // One that fails the run says more than one that warns.
      const use = uses.value.find(({ mode }) => mode === "enforce") ?? uses.value[0];
      if (use !== undefined) {
        const effect = use.mode === "enforce" ? "and fails the run" : use.mode === "warn" ? "and warns" : "";
        const summary = `${byWords[use.by]} looks at Nixpkgs ${effect}`.trim();
        return [{ subject, outcome: "pass", summary, evidence: [use.evidence] }];
      }
    }
    if (!flakes.some(({ inputs }) => inputs.some(({ isNixpkgs }) => isNixpkgs))) {
      return [{ subject, outcome: "not-applicable", summary: "no flake has Nixpkgs among its inputs", evidence: [] }];
    }
    if (!uses.known) {
      return [{ subject, outcome: "unknown", summary: unknownWords.workflows[uses.reason], evidence: [] }];
    }
    return [{ subject, outcome: "fail", summary: "nothing runs flake-checker", evidence: [] }];
  },
};
