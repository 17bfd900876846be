import type { Day } from "#lib/model/instant.ts";
import { dayOf } from "#lib/model/instant.ts";
import type { RepositorySettings } from "#lib/model/repository-settings.ts";
import type { Check, CheckResult } from "../check.ts";
import { repositorySubject } from "../subjects.ts";
import { words } from "./doc.ts";

/** settingsReadable: what the repository tells Flakeboard about itself is understood. */
export const settingsReadable: Check = {
  id: "settings-readable",
  version: 1,
  theme: "adoption",
  severity: "warning",
  stage: null,
  words,

  evaluate: ({ facts, asOf }) => [judge(facts.settings, facts.isComplete, dayOf(asOf))],
};

function judge(settings: RepositorySettings, isComplete: boolean, today: Day): CheckResult {
  const subject = repositorySubject;
  switch (settings.status) {
    case "absent":
      return isComplete
        ? { subject, outcome: "not-applicable", summary: "the repository has no settings of its own", evidence: [] }
        : { subject, outcome: "unknown", summary: "not all files could be listed", evidence: [] };
    case "invalid": {
      const { path, problems } = settings;
      const evidence = problems.map(({ line }) => (line === null ? { path } : { path, line }));
      const summary = `nothing of ${path} is applied: ${problems.map(({ message }) => message).join("; ")}`;
      return { subject, outcome: "fail", summary, evidence };
    }
    case "ok": {
      const { path, waivers } = settings;
      const expired = waivers.filter((waiver) => waiver.expiresOn < today);
      const said = expired.map(({ checkId, expiresOn }) => `; the waiver of ${checkId} ended on ${expiresOn}`);
      const evidence = [{ path }, ...expired.map((waiver) => waiver.evidence)];
      return { subject, outcome: "pass", summary: `${path} is understood${said.join("")}`, evidence };
    }
  }
}
