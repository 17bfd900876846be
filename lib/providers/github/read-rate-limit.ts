import { instantFromUnixSeconds } from "#lib/model/instant.ts";
import type { RateLimit } from "#lib/model/rate-limit.ts";
import type { Headers } from "./failures.ts";

/** readRateLimit reads the limit in the headers of an answer; null on an Enterprise Server without limits. */
export function readRateLimit(headers: Headers): RateLimit | null {
  const [limit, remaining, reset] = ["limit", "remaining", "reset"].map((name) => {
    const text = String(headers[`x-ratelimit-${name}`] ?? "");
    return /^\d{1,12}$/.test(text) ? Number(text) : undefined;
  });
  if (limit === undefined || remaining === undefined || reset === undefined) return null;
  return { limit, remaining, resetAt: instantFromUnixSeconds(reset) };
}
