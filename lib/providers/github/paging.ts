/** AdaptiveSize is how much to ask for at once: it learns from what a server could bear. */
export interface AdaptiveSize {
  /** Items to ask for in the next request; at least 1. */
  readonly current: number;
  /** A request for `size` items was too heavy: half of that from now on. */
  shrink(size: number): void;
  /** A request for `size` items was answered whole. */
  grow(size: number): void;
}

// 5: where a size is too much for good, one request in about twenty is wasted on finding that out again; and after an
// outage the usual size is back within sixty requests.
const successesToGrow = 5;

/**
 * createAdaptiveSize starts at `start`, halves at each failure down to 1, and grows again by a quarter (at least 1)
 * after five full answers in a row, never beyond `start`.
 *
 * Halving on failure is what Renovate and Scorecard do; the slow growth keeps a size that works for a while, since a
 * failed request costs points and up to ten seconds.
 */
export function createAdaptiveSize(start: number): AdaptiveSize {
  let current = start;
  let successes = 0;
  return {
    get current() {
      return current;
    },
    shrink(size) {
      current = Math.max(1, Math.min(current, Math.floor(size / 2)));
      successes = 0;
    },
    grow(size) {
      // A last, short page says nothing about a full one.
      if (size < current) return;
      successes += 1;
      if (successes < successesToGrow) return;
      current = Math.min(start, current + Math.max(1, Math.floor(current / 4)));
      successes = 0;
    },
  };
}
