import { formatCount, formatNumber } from "#lib/format/format.ts";
import type { ScanState } from "#lib/model/scan.ts";
import type { ScanItem } from "#lib/views/shared.ts";

/** scanStateWords names a state to people. */
export const scanStateWords = {
  queued: "Waiting",
  running: "Running",
  completed: "Completed",
  partial: "Partial",
  failed: "Failed",
  cancelled: "Cancelled",
} as const satisfies Record<ScanState, string>;

/** scanStateTones gives each state the tone of its badge. */
export const scanStateTones = {
  queued: "neutral",
  running: "accent",
  completed: "good",
  partial: "notice",
  failed: "bad",
  cancelled: "neutral",
} as const satisfies Record<ScanState, "neutral" | "accent" | "good" | "notice" | "bad">;

const triggerWords: Readonly<Record<string, string>> = {
  start: "at start",
  command: "from the command line",
  person: "by hand",
  schedule: "by schedule",
  webhook: "by a change on GitHub",
};

/** scanTriggerWords says what asked for a scan, as the end of "started …". */
export function scanTriggerWords(trigger: string): string {
  return Object.hasOwn(triggerWords, trigger) ? (triggerWords[trigger] ?? trigger) : trigger;
}

/** scanDone is how many repositories a scan is through with. */
export function scanDone(scan: Pick<ScanItem, "read" | "unchanged" | "failed">): number {
  return scan.read + scan.unchanged + scan.failed;
}

/** scanSentence says where a scan stands, in one sentence. */
export function scanSentence(scan: ScanItem): string {
  const done = `${formatNumber(scanDone(scan))} of ${formatCount(scan.total, "repository", "repositories")}`;
  const known = `${formatNumber(scan.read + scan.unchanged)} of ${formatCount(scan.total, "repository", "repositories")} read`;
  switch (scan.state) {
    case "queued":
      return "Waiting for its turn.";
    case "running":
      if (scan.phase === "inventory") return "Listing the organization's repositories and teams.";
      return scan.phase === "roll-up" ? "Counting what was read." : `Reading: ${done} done.`;
    case "completed":
      return `${known}, ${formatNumber(scan.unchanged)} of them unchanged.`;
    case "partial":
      return `${known}; ${formatCount(scan.failed, "could not be", "could not be")}.`;
    case "failed":
      return scan.total === 0 ? "It ended before any repository was listed." : `Ended after ${done}.`;
    case "cancelled":
      return `Stopped after ${done}.`;
  }
}

/** scanDuration writes how long a scan took: `4 s`, `2 min 5 s`; null while it has not finished. */
export function scanDuration(scan: Pick<ScanItem, "startedAt" | "finishedAt">): string | null {
  if (scan.startedAt === null || scan.finishedAt === null) return null;
  const seconds = Math.max(0, Math.round((Date.parse(scan.finishedAt) - Date.parse(scan.startedAt)) / 1000));
  return seconds < 60 ? `${seconds}\u00a0s` : `${Math.floor(seconds / 60)}\u00a0min ${seconds % 60}\u00a0s`;
}
