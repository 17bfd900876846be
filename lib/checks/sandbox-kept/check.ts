import type { TrustSettingFact, TrustSettingKind } from "#lib/model/cache-facts.ts";
import type { Check } from "../check.ts";
import { mainFlakes, repositorySubject, withoutFlake } from "../subjects.ts";
import { unreadSettings } from "../unread-settings.ts";
import { words } from "./doc.ts";

/** sandboxKept: nothing here turns off the sandbox of builds, or the signatures and the encryption of what is fetched. */
export const sandboxKept: Check = {
  id: "sandbox-kept",
  version: 1,
  theme: "caches",
  severity: "error",
  stage: null,
  words,

  evaluate({ facts }) {
    if (mainFlakes(facts).length === 0) return [withoutFlake(facts)];
    const subject = repositorySubject;
    const weakened = facts.caching.trust.filter(isWeakening);
    const [first] = weakened;
    if (first !== undefined) {
      const more = weakened.length > 1 ? `, and ${weakened.length - 1} more` : "";
      const summary = `${weakeningWords(first)}${more}`;
      return [{ subject, outcome: "fail", summary, evidence: weakened.map((setting) => setting.evidence) }];
    }
    const unread = unreadSettings(facts);
    if (unread !== null) return [{ subject, outcome: "unknown", summary: unread, evidence: [] }];
    const summary = "nothing turns off the sandbox, signatures or encryption";
    return [{ subject, outcome: "pass", summary, evidence: [] }];
  },
};

const weakenings: ReadonlySet<TrustSettingKind> = new Set(["sandbox-off", "signatures-off", "insecure-substituter"]);

/** On macOS the sandbox is off by default and breaks some builds; a file for it that says so weakens nothing. */
function isWeakening({ kind, evidence }: TrustSettingFact): boolean {
  return weakenings.has(kind) && !(kind === "sandbox-off" && /darwin|macos/i.test(evidence.path));
}

function weakeningWords({ kind, value }: TrustSettingFact): string {
  if (kind === "sandbox-off") return `sandbox is ${value}`;
  if (kind === "insecure-substituter") return `${value} is asked over http, without encryption`;
  return value === "false" ? "require-sigs is false" : `what ${value} serves need not be signed (trusted=true)`;
}
