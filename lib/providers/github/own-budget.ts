import type { ApiResource } from "#lib/model/rate-limit.ts";
import type { RequestBudget } from "../request-budget.ts";
import { pause } from "./pause.ts";

const settle = async (): Promise<void> => {};

/** createOwnBudget is the budget of one client that shares with nobody: it keeps the pauses that GitHub asks for. */
export function createOwnBudget(): RequestBudget {
  const pausedUntilMs: Record<ApiResource, number> = { graphql: 0, rest: 0 };
  return {
    async admit(resource, signal) {
      await pause(pausedUntilMs[resource] - Date.now(), signal);
      return settle;
    },
    async pause(until, resource) {
      const untilMs = Date.parse(until);
      for (const one of ["graphql", "rest"] as const) {
        if (resource === "all" || resource === one) pausedUntilMs[one] = Math.max(pausedUntilMs[one], untilMs);
      }
    },
  };
}
