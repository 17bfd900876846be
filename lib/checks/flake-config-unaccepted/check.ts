import type { Check } from "../check.ts";
import { mainFlakes, repositorySubject, withoutFlake } from "../subjects.ts";
import { unreadSettings } from "../unread-settings.ts";
import { words } from "./doc.ts";

/** flakeConfigUnaccepted: nothing here takes over the nixConfig of whatever flake is built, without asking. */
export const flakeConfigUnaccepted: Check = {
  id: "flake-config-unaccepted",
  version: 1,
  theme: "caches",
  severity: "warning",
  stage: null,
  words,

  evaluate({ facts }) {
    if (mainFlakes(facts).length === 0) return [withoutFlake(facts)];
    const subject = repositorySubject;
    const accepted = facts.caching.trust.filter(({ kind }) => kind === "accept-flake-config");
    if (accepted.length > 0) {
      const summary = "accept-flake-config is on: every flake that is built may set caches, keys and more";
      return [{ subject, outcome: "fail", summary, evidence: accepted.map((setting) => setting.evidence) }];
    }
    const unread = unreadSettings(facts);
    if (unread !== null) return [{ subject, outcome: "unknown", summary: unread, evidence: [] }];
    return [{ subject, outcome: "pass", summary: "no flake's nixConfig is accepted unseen", evidence: [] }];
  },
};
