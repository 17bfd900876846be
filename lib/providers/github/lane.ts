/** Lane runs one piece of work at a time, in the order of asking. */
export type Lane = <T>(work: () => Promise<T>, signal: AbortSignal) => Promise<T>;

/** createLane gives a lane of its own. Whoever waits leaves it, with the signal's reason, as soon as the signal fires. */
export function createLane(): Lane {
  let last: Promise<unknown> = Promise.resolve();
  return async (work, signal) => {
    signal.throwIfAborted();
    const turn = last.then(() => {
      signal.throwIfAborted();
      return work();
    });
    last = turn.catch(() => undefined);

    const { promise: stopped, reject } = Promise.withResolvers<never>();
    const stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
    try {
      return await Promise.race([turn, stopped]);
    } finally {
      signal.removeEventListener("abort", stop);
    }
  };
}
