import type { Check } from "../check.ts";
import { listed } from "../listed.ts";
import { mainFlakes, repositorySubject, withoutFlake } from "../subjects.ts";
import { unknownWords } from "../unknown-words.ts";
import { words } from "./doc.ts";

/** secretsAbsent: no secret stands in the clear in a repository whose flake copies it into the Nix store. */
export const secretsAbsent: Check = {
  id: "secrets-absent",
  version: 1,
  theme: "secrets",
  severity: "error",
  stage: null,
  words,

  evaluate({ facts }) {
    if (mainFlakes(facts).length === 0) return [withoutFlake(facts)];
    const subject = repositorySubject;
    const { plaintext } = facts.secrets;
    if (!plaintext.known) {
      return [{ subject, outcome: "unknown", summary: unknownWords.secrets[plaintext.reason], evidence: [] }];
    }
    const found = plaintext.value;
    if (found.length === 0) {
      return [{ subject, outcome: "pass", summary: "nothing that was read looks like a secret", evidence: [] }];
    }
    const places = found.length === 1 ? "1 place looks" : `${found.length} places look`;
    const summary = `${places} like a secret in the clear: ${listed(found.map(({ rule }) => rule))}`;
    return [{ subject, outcome: "fail", summary, evidence: found.map(({ evidence }) => evidence) }];
  },
};
