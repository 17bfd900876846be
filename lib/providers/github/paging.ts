/** AdaptiveSize is how much to ask for at once: it learns from what a server could bear. */
export interface AdaptiveSize {
  /** Items to ask for in the next request; at least 1. */
  readonly current: number;
  /** A request for `size` items was too heavy: half of that from now on. */
  shrink(size: number): void;
  /** A request for `size` items was answered whole. */
  grow(size: number): void;
}

// 5: a size that works is kept for a while, since a failed request costs points and up to ten seconds.
const successesToGrow = 5;

// 50: a size that turned out to be too much is tried again, because servers recover; one request in fifty is little.
const successesToForget = 50;

/**
 * createAdaptiveSize begins at `start`, which servers are known to bear, and looks for the most that this one does, up
 * to `max`. After five full answers in a row it grows by a quarter (at least 1). When the larger size fails, the one
 * that worked is taken up again and kept; when that fails too, or nothing has worked yet, it is halved, down to 1.
 *
 * Halving on failure is what Renovate and Scorecard do (reference: timeouts and resource limits in practice).
 */
export function createAdaptiveSize(start: number, max = start): AdaptiveSize {
  let current = start;
  let worked = 0;
  let ceiling = max;
  let successes = 0;
  return {
    get current() {
      return current;
    },
    shrink(size) {
      successes = 0;
      if (worked > 0 && size > worked) {
        ceiling = worked;
        current = Math.min(current, worked);
        return;
      }
      current = Math.max(1, Math.min(current, Math.floor(size / 2)));
      worked = Math.min(worked, current);
    },
    grow(size) {
      // A last, short page says nothing about a full one.
      if (size < current) return;
      worked = size;
      successes += 1;
      if (successes < (current < ceiling ? successesToGrow : successesToForget)) return;
      if (current >= ceiling) ceiling = max;
      current = Math.min(ceiling, current + Math.max(1, Math.floor(current / 4)));
      successes = 0;
    },
  };
}
