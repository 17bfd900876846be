import { type UnknownReason, unknownReasonWords } from "#lib/model/observed.ts";

/** unknownWords say why a check cannot decide, by what it looks at: the reasons of the facts in the words of the matter. */
export const unknownWords = {
  workflows: {
    ...unknownReasonWords,
    unreadable: "a workflow cannot be read",
    "not-read": "a workflow uses something that was not read",
  },
  updates: {
    ...unknownReasonWords,
    unreadable: "a file that may update flake.lock cannot be read",
    "not-read": "a workflow or Renovate uses something that was not read and may update flake.lock",
  },
  settings: { ...unknownReasonWords, unreadable: "a flake, a workflow or a nix.conf cannot be read" },
  secrets: { ...unknownReasonWords, "not-read": "not all files that may hold a secret were read" },
  keyFiles: { ...unknownReasonWords, "not-read": "not all Nix files were read" },
  entries: { ...unknownReasonWords, "not-read": "README or CONTRIBUTING could not be read" },
} as const satisfies Record<string, Record<UnknownReason, string>>;
