import { formatAgeDays } from "#lib/format/format.ts";
import type { FlakeCheckerIssue, FlakeCheckerVerdict } from "#lib/nix/flake-checker/check-lock.ts";

const issueWords = {
  disallowed: ({ input, value }) => `${input} follows ${value}, which is not allowed`,
  outdated: ({ input, value }) => `${input} is ${formatAgeDays(Number(value))} old, limit 30`,
  nonUpstream: ({ input, value }) => `${input} comes from ${value}, which is not upstream`,
} as const satisfies Record<FlakeCheckerIssue["kind"], (issue: FlakeCheckerIssue) => string>;

/** flakeCheckerWords says a verdict of flake-checker in a sentence. */
export function flakeCheckerWords(verdict: FlakeCheckerVerdict): string {
  if (verdict.status === "error") return `It ends with an error: ${verdict.message.replace(/\.$/, "")}.`;
  if (verdict.issues.length === 0) return "Nothing to complain of.";
  return `${verdict.issues.map((issue) => issueWords[issue.kind](issue)).join("; ")}.`;
}
