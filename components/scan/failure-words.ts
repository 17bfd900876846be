import type { ErrorCode } from "#lib/model/error-code.ts";

interface FailureWords {
  readonly title: string;
  /** What mends it, or that nothing has to be done. */
  readonly mend: string;
}

/** failureWords says what kind of thing went wrong with repositories of a scan, and what to do about it. */
export const failureWords = {
  config: { title: "Wrong settings", mend: "Mend what the message names, then scan again." },
  parse: { title: "An answer that was not understood", mend: "Scan again; if it stays, report it with the message." },
  "not-found": {
    title: "Not there any more",
    mend: "It was deleted, moved or hidden while the scan ran. The next scan knows.",
  },
  forbidden: {
    title: "No access",
    mend: "Give the token or the App read access to contents and metadata of these repositories, then scan again.",
  },
  unauthorized: { title: "Token refused", mend: "Put a token in place that holds, restart, then scan again." },
  "rate-limited": { title: "Limit of requests reached", mend: "Nothing: the next scan goes on once the limit is new." },
  "provider-unavailable": { title: "The provider did not answer", mend: "Nothing: the next scan tries again." },
  timeout: { title: "It took too long", mend: "Nothing: the next scan tries again." },
  "database-unavailable": { title: "No database", mend: "Start the database, then scan again." },
  "database-locked": {
    title: "The database is in use",
    mend: "Stop the other process that has it open, then scan again.",
  },
  conflict: { title: "It changed meanwhile", mend: "Nothing: the next scan reads it as it is then." },
  interrupted: { title: "Interrupted", mend: "Nothing: the next scan goes on." },
  internal: {
    title: "A fault of Flakeboard",
    mend: "Report it with the message; the other repositories are not affected.",
  },
} as const satisfies Record<ErrorCode, FailureWords>;
