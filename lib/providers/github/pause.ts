import { setTimeout as sleep } from "node:timers/promises";

/** pause waits `waitMs` milliseconds, not at all when that is 0 or less. @throws the signal's reason once it fires. */
export async function pause(waitMs: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  if (waitMs > 0) await sleep(waitMs, undefined, { signal }).catch(() => signal.throwIfAborted());
}
