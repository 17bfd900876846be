import { nextScanAt } from "#lib/config/next-scan.ts";
import type { Instant } from "#lib/model/instant.ts";
import type { Coverage, Staleness } from "./shared.ts";

const hourMs = 3_600_000;
// Of a schedule that comes due every hour, a few that were missed change no number that a person looks at.
const ageMsMin = 48 * hourMs;
// A scan that is due waits for others, and for its server to start.
const graceMs = hourMs;

/**
 * stalenessOf is why the numbers of an organization are older than they should be: a later scan failed, or they are
 * more than two days old and a scan was due since then. A scan that somebody stopped, and one that is at work, are no
 * reasons; neither is age alone where no schedule holds.
 *
 * @param cron the organization's schedule in UTC; null when it is only scanned when asked to.
 */
export function stalenessOf(
  { scan, unfinished, runningScanId }: Pick<Coverage, "scan" | "unfinished" | "runningScanId">,
  cron: string | null,
  asOf: Instant,
): Staleness | null {
  const numbersFrom = scan?.finishedAt ?? null;
  if (numbersFrom === null || runningScanId !== null) return null;
  if (unfinished?.state === "failed") return { kind: "failed", scan: unfinished, numbersFrom };
  const dueAt = cron === null ? null : nextScanAt(cron, numbersFrom);
  if (dueAt === null) return null;
  const now = Date.parse(asOf);
  const isOverdue = now - Date.parse(numbersFrom) > ageMsMin && now - Date.parse(dueAt) > graceMs;
  return isOverdue ? { kind: "overdue", dueAt, numbersFrom } : null;
}
