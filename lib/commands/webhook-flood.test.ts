import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { sign } from "@octokit/webhooks-methods";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { POST } from "#app/api/webhooks/github/route.ts";
import { type GithubEmulator, startGithubEmulator } from "#e2e/github/emulator.ts";
import { readConfig } from "#lib/config/environment.ts";
import { isScanOver } from "#lib/model/scan.ts";
import { type Acme, repositoryName, writeAcme } from "#lib/providers/github/emulated.fixture.ts";
import { processLog } from "#lib/scan/log.ts";
import { type ScanService, startScanService } from "#lib/scan/scan-service.ts";
import type { OrganizationRecord } from "#lib/store/organizations.ts";
import { findRepository } from "#lib/store/repositories.ts";
import { findScan } from "#lib/store/scans.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";

const secret = "It's a Secret to Everybody";
const owned = repositoryName(0);

describeEachDatabase("webhooks of a process that works", (database) => {
  let acme: Acme;
  let emulator: GithubEmulator;
  let service: ScanService;
  let organization: OrganizationRecord;
  let isHanging = false;

  beforeAll(async () => {
    vi.stubEnv("GITHUB_WEBHOOK_SECRET", secret);
    acme = writeAcme(2);
    emulator = await startGithubEmulator({
      folder: acme.folder,
      faults: [{ fault: { kind: "hang" }, when: () => isHanging }],
    });
    const { github } = readConfig({ GITHUB_TOKEN: "token-of-acme", GITHUB_API_URL: emulator.url });
    const now = () => new Date().toISOString();
    service = await startScanService({ database: database(), github, cron: null, now, log: processLog() });
    globalThis.flakeboardDatabase = Promise.resolve(database());
    globalThis.flakeboardScanService = Promise.resolve(service);
    organization = await service.connect({ provider: "github", location: emulator.url, login: "acme" });
    const actor = { kind: "local" } as const;
    const { scanId } = await service.request({ organization, trigger: "command", isFull: false, actor });
    await until(async () => isScanOver((await findScan(database(), scanId))?.state ?? "queued"));
  });

  afterAll(async () => {
    vi.unstubAllEnvs();
    globalThis.flakeboardDatabase = undefined;
    globalThis.flakeboardScanService = undefined;
    await service.stop();
    await emulator.close();
    acme.remove();
  });

  async function deliver(event: string, payload: object): Promise<number> {
    const account = { node_id: organization.providerId, login: organization.login };
    const body = JSON.stringify({ ...payload, organization: account });
    const headers = {
      "x-github-event": event,
      "x-github-delivery": randomUUID(),
      "x-hub-signature-256": await sign(secret, body),
    };
    const request = new Request("http://127.0.0.1/api/webhooks/github", { method: "POST", headers, body });
    return (await POST(request)).status;
  }

  const askedSince = (count: number) => emulator.requests.entries.slice(count).map(({ operation }) => operation);

  /** Lets the time pass for which the jobs of a queue wait. @returns how many wait or are worked on. */
  async function hurry(queue: string): Promise<number> {
    return await database().client.$executeRaw`
      UPDATE pgboss.job SET start_after = now()
      WHERE name = ${queue} AND state IN ('created', 'retry', 'active')`;
  }

  it("look once at teams, members and properties of which two hundred events tell at once", async () => {
    const before = emulator.requests.entries.length;
    const teams = `teams: { web: { repositories: { ${owned}: admin } } }`;
    writeFileSync(join(acme.folder, "teams.yml"), `organization: { login: acme, name: Acme }\n${teams}\n`);
    const events = [
      ["team", { action: "added_to_repository", team: { slug: "web" } }],
      ["team", { action: "removed_from_repository", team: { slug: "web" } }],
      ["membership", { action: "added", team: { slug: "web" } }],
      ["custom_property_values", { action: "updated" }],
    ] as const;

    const statuses = await Promise.all(
      Array.from({ length: 50 }, () => events.map(([event, payload]) => deliver(event, payload))).flat(),
    );

    expect(statuses).toEqual(Array.from({ length: 200 }, () => 202));
    expect(askedSince(before)).toEqual([]);
    expect(await hurry("refresh-teams")).toBe(1);
    await until(async () => {
      const found = await findRepository(database(), organization.id, "acme", owned);
      return found?.ownershipRule === "team-permission";
    });
    await until(async () => (await hurry("refresh-teams")) === 0);
    expect(askedSince(before).filter((operation) => operation === "Teams")).toHaveLength(1);
  });

  it("are answered before GitHub is asked for anything, and though it never answers", async () => {
    const detail = await findRepository(database(), organization.id, "acme", owned);
    const repository = { node_id: detail?.providerId, default_branch: "main" };
    const before = emulator.requests.entries.length;
    isHanging = true;

    expect(await deliver("push", { ref: "refs/heads/main", forced: true, repository })).toBe(202);
    expect(await deliver("repository", { action: "renamed", repository })).toBe(202);
    expect(await deliver("team", { action: "edited" })).toBe(202);
    expect(await deliver("installation", { action: "created" })).toBe(202);

    expect(askedSince(before)).toEqual([]);
    const waiting = ["refresh-repository", "refresh-teams", "refresh-organization"];
    expect(await Promise.all(waiting.map(hurry))).toEqual([1, 1, 1]);
    // Now it is asked, and hangs.
    await until(async () => askedSince(before).length > 0);
  });
});

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 100_000; Date.now() < end; await sleep(100)) if (await isSo()) return;
  throw new Error("It did not come to pass in time.");
}
