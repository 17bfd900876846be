import { type UnknownReason, unknownReasonWords } from "#lib/model/observed.ts";

/** workflowUnknownWords say why it is not known what a repository's workflows do. */
export const workflowUnknownWords = {
  ...unknownReasonWords,
  unreadable: "a workflow cannot be read",
  "not-read": "a workflow uses something that was not read",
} as const satisfies Record<UnknownReason, string>;
