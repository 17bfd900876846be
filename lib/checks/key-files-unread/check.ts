import type { Check } from "../check.ts";
import { listed } from "../listed.ts";
import { mainFlakes, repositorySubject, withoutFlake } from "../subjects.ts";
import { unknownWords } from "../unknown-words.ts";
import { words } from "./doc.ts";

/** keyFilesUnread: Nix reads no file that holds a key or a password, which would copy it into the store. */
export const keyFilesUnread: Check = {
  id: "key-files-unread",
  version: 1,
  theme: "secrets",
  severity: "warning",
  stage: null,
  words,

  evaluate({ facts }) {
    if (mainFlakes(facts).length === 0) return [withoutFlake(facts)];
    const subject = repositorySubject;
    const { keyFileReads } = facts.secrets;
    if (!keyFileReads.known) {
      return [{ subject, outcome: "unknown", summary: unknownWords.keyFiles[keyFileReads.reason], evidence: [] }];
    }
    const reads = keyFileReads.value;
    if (reads.length === 0) {
      return [{ subject, outcome: "pass", summary: "no file that is named like a secret is read", evidence: [] }];
    }
    const summary = `${listed(reads.map(({ file }) => file))} ${reads.length === 1 ? "comes" : "come"} into the Nix store`;
    return [{ subject, outcome: "fail", summary, evidence: reads.map(({ evidence }) => evidence) }];
  },
};
