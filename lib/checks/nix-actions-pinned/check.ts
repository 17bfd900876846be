import type { Check } from "../check.ts";
import { listed } from "../listed.ts";
import { repositorySubject } from "../subjects.ts";
import { unknownWords } from "../unknown-words.ts";
import { words } from "./doc.ts";

/** nixActionsPinned: actions around Nix are used at a full commit. */
export const nixActionsPinned: Check = {
  id: "nix-actions-pinned",
  version: 1,
  theme: "automation",
  severity: "advice",
  stage: "continuous-integration",
  words,

  evaluate({ facts }) {
    const subject = repositorySubject;
    const actions = facts.nixActions;
    if (!actions.known) {
      return [{ subject, outcome: "unknown", summary: unknownWords.workflows[actions.reason], evidence: [] }];
    }
    if (actions.value.length === 0) {
      return [{ subject, outcome: "not-applicable", summary: "no workflow uses an action around Nix", evidence: [] }];
    }
    const moving = actions.value.filter(({ ref }) => ref === null || !/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/i.test(ref));
    if (moving.length === 0) {
      const summary = "every action around Nix is used at a commit";
      return [{ subject, outcome: "pass", summary, evidence: actions.value.map(({ evidence }) => evidence) }];
    }
    const names = moving.map(({ action, ref }) => (ref === null ? action : `${action}@${ref}`));
    const summary = `${listed(names)} may change at any time`;
    return [{ subject, outcome: "fail", summary, evidence: moving.map(({ evidence }) => evidence) }];
  },
};
