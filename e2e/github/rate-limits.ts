/** Rate is what is left of one hourly limit. */
export interface Rate {
  readonly limit: number;
  readonly used: number;
  readonly remaining: number;
  /** Unix seconds. */
  readonly reset: number;
}

/** pointsPerHourUsual is what GitHub gives a token. */
export const pointsPerHourUsual = 5000;

/** createRate counts the points of one resource down, for an hour from now on. */
export function createRate(pointsPerHour: number) {
  const reset = Math.floor(Date.now() / 1000) + 3600;
  let used = 0;
  return {
    spend(points: number): Rate {
      used += points;
      return { limit: pointsPerHour, used, remaining: Math.max(0, pointsPerHour - used), reset };
    },
  };
}

/** rateHeaders are the headers that tell it. */
export function rateHeaders(resource: "graphql" | "core", rate: Rate): Readonly<Record<string, string>> {
  return {
    "x-ratelimit-limit": String(rate.limit),
    "x-ratelimit-remaining": String(rate.remaining),
    "x-ratelimit-used": String(rate.used),
    "x-ratelimit-reset": String(rate.reset),
    "x-ratelimit-resource": resource,
  };
}
