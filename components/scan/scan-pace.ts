import { formatCount, formatNumber } from "#lib/format/format.ts";
import type { ScanItem } from "#lib/views/shared.ts";
import { scanDone } from "./scan-words.ts";

// Before this much is done, the pace of the first few says little of the rest.
const doneMin = 10;
const secondsMin = 3;

/**
 * scanExtent is how many repositories a scan looks at; null while it still lists them, because the number grows, and a
 * bar that is measured against it would go back.
 */
export function scanExtent(scan: Pick<ScanItem, "phase" | "state" | "total">): number | null {
  const isListing = scan.state === "queued" || (scan.state === "running" && scan.phase === "inventory");
  return isListing || scan.total === 0 ? null : scan.total;
}

/**
 * scanPace says how fast a scan reads and how long it will take, in coarse steps, so that the words stand still while
 * the counts move; null while it does not read, or has only begun to.
 */
export function scanPace(scan: ScanItem, nowMs: number): string | null {
  const done = scanDone(scan);
  if (scan.state !== "running" || scan.phase !== "reading" || scan.startedAt === null || done < doneMin) return null;
  const seconds = (nowMs - Date.parse(scan.startedAt)) / 1000;
  if (seconds < secondsMin) return null;
  const perMinute = (done / seconds) * 60;
  const left = ((scan.total - done) / done) * seconds;
  return `${formatNumber(roundedTo(perMinute))} a minute, ${timeLeft(left)}`;
}

/** Two figures: 4, 37, 120, 1,200. */
function roundedTo(value: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 1);
  return Math.max(1, Math.round(value / step) * step);
}

function timeLeft(seconds: number): string {
  if (seconds < 15) return "a few seconds left";
  if (seconds < 90) return "about a minute left";
  const minutes = Math.round(seconds / 60);
  return minutes < 90
    ? `about ${formatCount(minutes, "minute", "minutes")} left`
    : `about ${formatCount(Math.round(minutes / 60), "hour", "hours")} left`;
}
