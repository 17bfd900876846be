import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { startGithubEmulator } from "#e2e/github/emulator.ts";
import * as faults from "#e2e/github/faults.ts";
import type { ApiResource } from "#lib/model/rate-limit.ts";
import { createGithubProvider } from "#lib/providers/github/github-provider.ts";
import type { RequestBudget } from "#lib/providers/request-budget.ts";
import type { Database } from "#lib/store/database.ts";
import { readBudget, type Urgency } from "#lib/store/request-budgets.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { createSharedBudget } from "./shared-budget.ts";

const never = new AbortController().signal;
const now = () => new Date().toISOString();
const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();

/** Whether the budget admits a request at once; one that waits is given up. */
async function admits(budget: RequestBudget, resource: ApiResource): Promise<boolean> {
  return budget.admit(resource, AbortSignal.timeout(300)).then(
    async (settle) => {
      await settle(null);
      return true;
    },
    () => false,
  );
}

describeEachDatabase("a shared budget", (database) => {
  const budgets = (db: Database, key = randomUUID()) => {
    const open = () => createSharedBudget({ database: db, key, now, urgency: "scan" });
    return { key, one: open(), other: open() };
  };

  it("lets one GraphQL query at a time leave, of all processes together", async () => {
    const { one, other } = budgets(database());

    const settle = await one.admit("graphql", never);

    expect(await admits(other, "graphql")).toBe(false);
    await settle(null);
    expect(await admits(other, "graphql")).toBe(true);
  });

  it("lets a refresh ask before a scan, and a scan before the past, whoever came first", async () => {
    const key = randomUUID();
    const open = (urgency: Urgency) => createSharedBudget({ database: database(), key, now, urgency });
    const order: string[] = [];
    // Each asks one query after the other, as a job does, and holds the lane for a moment.
    const ask = async (urgency: Urgency, queries: number, atFirst = async () => {}) => {
      const budget = open(urgency);
      for (let query = 0; query < queries; query += 1) {
        const settle = await budget.admit("graphql", never);
        order.push(urgency);
        if (query === 0) await atFirst();
        await settle(null);
      }
    };
    const others: Promise<void>[] = [];

    await ask("history", 3, async () => {
      others.push(ask("scan", 2), ask("refresh", 2));
      // Until both have looked and found the lane taken.
      await new Promise((resolve) => setTimeout(resolve, 400));
    });
    await Promise.all(others);

    expect(order).toEqual(["history", "refresh", "refresh", "scan", "scan", "history", "history"]);
  });

  it("does not keep the lane for a refresh that was lost while it waited", async () => {
    const key = randomUUID();
    let at = now();
    const open = (urgency: Urgency) => createSharedBudget({ database: database(), key, now: () => at, urgency });
    const settle = await open("history").admit("graphql", never);
    expect(await admits(open("refresh"), "graphql")).toBe(false);
    await settle(null);

    expect(await admits(open("history"), "graphql")).toBe(false);
    at = inMs(5_000);
    expect(await admits(open("history"), "graphql")).toBe(true);
  });

  it("does not wait for ever for a process that was lost with its query", async () => {
    const key = randomUUID();
    let at = now();
    const one = createSharedBudget({ database: database(), key, now: () => at, urgency: "scan" });
    const other = createSharedBudget({ database: database(), key, now: () => at, urgency: "scan" });
    await one.admit("graphql", never);

    expect(await admits(other, "graphql")).toBe(false);
    at = inMs(60_000);
    expect(await admits(other, "graphql")).toBe(true);
  });

  it.each(["graphql", "rest"] as const)(
    "keeps the pause that one was asked to make from all (%s)",
    async (resource) => {
      const { one, other } = budgets(database());

      await one.pause(inMs(60_000), "all");

      expect(await admits(other, resource)).toBe(false);
    },
  );

  it.each(["graphql", "rest"] as const)(
    "begins nothing when no more than the reserve is left (%s)",
    async (resource) => {
      const { key, one } = budgets(database());
      const settle = await one.admit(resource, never);

      await settle({ limit: 5000, remaining: 250, resetAt: inMs(60_000) });

      const { other } = budgets(database(), key);
      expect(await admits(other, resource)).toBe(false);
      expect((await readBudget(database(), key, resource)).limit).toMatchObject({ limit: 5000, remaining: 250 });
    },
  );

  it("goes on as soon as the hour starts anew", async () => {
    const { one, other } = budgets(database());
    const settle = await one.admit("graphql", never);
    const resetAt = inMs(200);
    await settle({ limit: 5000, remaining: 0, resetAt });

    await other.admit("graphql", never);

    expect(now() >= resetAt).toBe(true);
  });

  it("counts other credentials apart", async () => {
    const { one } = budgets(database());
    await one.pause(inMs(60_000), "all");

    expect(await admits(budgets(database()).one, "graphql")).toBe(true);
  });

  it("lets a scan wait for the hour that GitHub says is spent, and then read on", async () => {
    const emulator = await startGithubEmulator({
      folder: async () => ({ login: "acme", name: "Acme", teams: {}, repositories: new Map() }),
      faults: [{ fault: faults.graphqlPrimaryLimit(Math.ceil(Date.now() / 1000) + 1), times: 1 }],
    });
    try {
      const provider = createGithubProvider({
        organization: "acme",
        token: "x",
        restUrl: emulator.url,
        budget: budgets(database()).one,
        patience: { resetWaitMsMax: 10_000 },
      });

      expect(await provider.readOrganization(never)).toMatchObject({ login: "acme" });
      expect(emulator.requests.entries).toHaveLength(2);
    } finally {
      await emulator.close();
    }
  });

  it("asks on where GitHub reports no limits", async () => {
    const emulator = await startGithubEmulator({
      folder: async () => ({ login: "acme", name: "Acme", teams: {}, repositories: new Map() }),
      isEnterpriseServer: true,
    });
    try {
      const { key, one } = budgets(database());
      const provider = createGithubProvider({ organization: "acme", token: "x", restUrl: emulator.url, budget: one });

      await provider.readOrganization(never);
      await provider.readOrganization(never);

      expect((await readBudget(database(), key, "graphql")).limit).toBeNull();
    } finally {
      await emulator.close();
    }
  });
});
