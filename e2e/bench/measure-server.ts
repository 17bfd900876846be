/** ServerTime is how long a server takes for a page, from the request to the last byte. */
export interface ServerTime {
  readonly medianMs: number;
  readonly p95Ms: number;
  /** The median of what a request costs the server's processor: the same on a machine that does much else. */
  readonly processorMs: number;
  readonly htmlBytes: number;
}

const warmUps = 3;
const requests = 30;

/**
 * measureServer asks for a page over and over, one request at a time. @throws when it does not answer with a page.
 *
 * @param processorMs the time of the processor that the server has used so far.
 */
export async function measureServer(url: string, processorMs: () => number | undefined): Promise<ServerTime> {
  for (let at = 0; at < warmUps; at += 1) await fetchPage(url);
  const times: number[] = [];
  const costs: number[] = [];
  let htmlBytes = 0;
  for (let at = 0; at < requests; at += 1) {
    const before = processorMs();
    const start = performance.now();
    htmlBytes = await fetchPage(url);
    times.push(performance.now() - start);
    costs.push((processorMs() ?? Number.NaN) - (before ?? Number.NaN));
  }
  return { medianMs: quantile(times, 0.5), p95Ms: quantile(times, 0.95), processorMs: quantile(costs, 0.5), htmlBytes };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

async function fetchPage(url: string): Promise<number> {
  const response = await fetch(url);
  const { byteLength } = await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${url} answered with ${response.status}.`);
  return byteLength;
}
