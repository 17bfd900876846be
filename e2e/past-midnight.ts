import { setTimeout as sleep } from "node:timers/promises";

const dayMs = 86_400_000;

// All journeys take a third of that; a machine that does much else takes its time.
const runMsMax = 30 * 60_000;

/** msUntilSafe is how long a run waits that may not be over before midnight UTC: until a second behind it, else not at all. */
function msUntilSafe(nowMs: number): number {
  const left = dayMs - (nowMs % dayMs);
  return left > runMsMax ? 0 : left + 1_000;
}

/**
 * waitPastMidnight lets no run begin so late that midnight comes in the middle. The sample is written for a UTC day, and
 * journeys read ages in it; a scan that a journey asks for behind midnight would find everything a day older.
 */
export async function waitPastMidnight(nowMs = Date.now()): Promise<void> {
  const waitMs = msUntilSafe(nowMs);
  if (waitMs === 0) return;
  process.stderr.write(`The journeys begin behind midnight UTC, in ${Math.ceil(waitMs / 60_000)} minutes.\n`);
  await sleep(waitMs);
}
