import type { TrustSettingFact } from "#lib/model/cache-facts.ts";
import type { Outcome } from "#lib/model/finding.ts";
import type { Check } from "../check.ts";
import { listed } from "../listed.ts";
import { mainFlakes, repositorySubject, withoutFlake } from "../subjects.ts";
import { unreadSettings } from "../unread-settings.ts";
import { words } from "./doc.ts";

// Who is root already, or becomes it by sudo.
const administrators: ReadonlySet<string> = new Set(["root", "@wheel", "@admin", "@sudo"]);

// Everybody who has an account, or everything that builds.
const everybody: ReadonlySet<string> = new Set(["*", "@users", "@staff", "@nixbld", "@everyone"]);

/** trustedUsersNarrow: on machines that the repository configures, only administrators are trusted users of Nix. */
export const trustedUsersNarrow: Check = {
  id: "trusted-users-narrow",
  version: 1,
  theme: "caches",
  severity: "warning",
  stage: null,
  words,

  evaluate({ facts }) {
    if (mainFlakes(facts).length === 0) return [withoutFlake(facts)];
    const subject = repositorySubject;
    const settings = facts.caching.trust.filter(isOfMachine);
    const judged = settings.map((setting) => ({ setting, ...judge(setting) }));
    const worst =
      judged.find(({ outcome }) => outcome === "fail") ?? judged.find(({ outcome }) => outcome === "unknown");
    const unread = unreadSettings(facts);
    if (worst?.outcome !== "fail" && unread !== null) {
      return [{ subject, outcome: "unknown", summary: unread, evidence: [] }];
    }
    const [first] = judged;
    if (first === undefined) {
      return [{ subject, outcome: "not-applicable", summary: "nothing here sets trusted-users", evidence: [] }];
    }
    const { outcome, summary, setting } = worst ?? first;
    return [{ subject, outcome, summary, evidence: [setting.evidence] }];
  },
};

/** The runner of a workflow is root by sudo and gone within the hour; whom it trusts widens nothing. */
function isOfMachine({ kind, source }: TrustSettingFact): boolean {
  return kind === "trusted-users" && source !== "workflow";
}

function judge({ value }: TrustSettingFact): { readonly outcome: Outcome; readonly summary: string } {
  if (value === null) return { outcome: "unknown", summary: "whom trusted-users names is only known by evaluation" };
  const users = value.split(" ").filter((user) => user !== "" && !administrators.has(user));
  const wide = users.filter((user) => everybody.has(user));
  if (wide.length > 0) {
    return { outcome: "fail", summary: `trusted-users names ${listed(wide)}, which is as much as giving them root` };
  }
  if (users.length > 0) {
    return { outcome: "unknown", summary: `whether ${listed(users)} may be root anyway cannot be seen here` };
  }
  return { outcome: "pass", summary: "trusted-users names administrators only" };
}
