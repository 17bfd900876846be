import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type GithubEmulator, startGithubEmulator } from "#e2e/github/emulator.ts";
import { readConfig } from "#lib/config/environment.ts";
import { isScanOver, type Scan } from "#lib/model/scan.ts";
import { type Acme, writeAcme } from "#lib/providers/github/emulated.fixture.ts";
import { listOrganizations, type OrganizationRecord, setScanCron } from "#lib/store/organizations.ts";
import { findRepository, listRepositorySummaries } from "#lib/store/repositories.ts";
import { createScan, findLatestScan, findScan } from "#lib/store/scans.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { processLog } from "./log.ts";
import { type ScanService, startScanService } from "./scan-service.ts";

describeEachDatabase("the scan service", (database) => {
  let acme: Acme;
  let emulator: GithubEmulator;
  let service: ScanService;
  let organization: OrganizationRecord;
  let hoursAhead = 0;

  const start = () =>
    startScanService({
      database: database(),
      github: readConfig({ GITHUB_TOKEN: "token-of-acme", GITHUB_API_URL: emulator.url }).github,
      cron: "0 3 * * *",
      now: () => new Date(Date.now() + hoursAhead * 3_600_000).toISOString(),
      log: processLog(),
      batchSize: 2,
    });
  const request = () => service.request({ organization, trigger: "command", isFull: false, actor: { kind: "local" } });
  const untilOver = (scanId: string): Promise<Scan> =>
    until(async () => {
      const scan = await findScan(database(), scanId);
      return scan !== null && isScanOver(scan.state) ? scan : undefined;
    });
  const repository = (name: string) => findRepository(database(), organization.id, "acme", name);
  /** Lets the time pass in which more changes of the organization would be gathered; gives how many are not looked at yet. */
  const gatherNoMore = async (): Promise<number> => {
    await database().client.$executeRaw`
      UPDATE pgboss.job SET start_after = now() WHERE name = 'refresh-organization' AND state = 'created'`;
    const left = await database().client.$queryRaw<readonly unknown[]>`
      SELECT id FROM pgboss.job WHERE name = 'refresh-organization' AND state IN ('created', 'retry', 'active')`;
    return left.length;
  };

  beforeAll(async () => {
    acme = writeAcme(5);
    emulator = await startGithubEmulator({ folder: acme.folder });
    service = await start();
    organization = await service.connect({ provider: "github", location: emulator.url, login: "acme" });
    await setScanCron(database(), organization.id, "");
  });

  afterAll(async () => {
    await service.stop();
    await emulator.close();
    acme.remove();
  });

  it("scans in batches, and is asked once however often", async () => {
    const asked = await Promise.all([request(), request(), request()]);

    expect(new Set(asked.map(({ scanId }) => scanId)).size).toBe(1);
    expect(await untilOver(asked[0].scanId)).toMatchObject({
      state: "completed",
      counts: { total: 5, read: 5, failed: 0, withFlake: 5 },
    });
  });

  it("tells what the scan has spent at GitHub, and what is left of the hour", async () => {
    const scan = await findLatestScan(database(), organization.id);
    const { entries } = emulator.requests;
    const past = entries.findIndex(({ operation }) => operation === "History");
    // The first query was for connecting it.
    const ofScan = entries.slice(1, past === -1 ? entries.length : past);
    const points = ofScan.reduce((sum, { cost }) => sum + cost, 0);
    const ofKind = (wanted: string) => ofScan.filter(({ kind }) => kind === wanted).length;

    expect(scan?.requests).toEqual({
      graphql: ofKind("graphql"),
      rest: ofKind("rest"),
      points,
      remainingPoints: 5_000 - 1 - points,
    });
  });

  it("reads one repository again that was pushed to, once for a flood of events, without a scan", async () => {
    const before = await findLatestScan(database(), organization.id);
    const known = await repository("repository-01");
    const commit = push(acme, "repository-01", "shell.nix", "{ }\n");
    const since = emulator.requests.entries.length;

    for (let event = 0; event < 20; event += 1) {
      await service.refreshRepository(organization.id, known?.providerId ?? "");
    }

    const seen = await until(async () => {
      const now = await repository("repository-01");
      return now?.snapshot?.commit === commit ? now : undefined;
    });
    expect(seen.history).toHaveLength(2);
    const lines = emulator.requests.entries.slice(since).filter(({ operation }) => operation === "RepositoriesById");
    expect(lines).toHaveLength(1);
    expect((await findLatestScan(database(), organization.id))?.id).toBe(before?.id);
  });

  it("marks a repository as removed that the organization no longer has", async () => {
    const known = await repository("repository-02");
    execFileSync("rm", ["-r", join(acme.folder, "repository-02.git")]);

    await service.refreshRepository(organization.id, known?.providerId ?? "");

    await until(async () => ((await repository("repository-02"))?.removedAt === null ? undefined : true));
    const names = (await listRepositorySummaries(database(), organization.id)).map(({ name }) => name);
    expect(names).not.toContain("repository-02");
  });

  it("stops a scan that somebody stops, and says who", async () => {
    const { scanId } = await request();

    expect(await service.cancel(scanId, { kind: "local" })).toBe(true);
    expect(await service.cancel(scanId, { kind: "local" })).toBe(false);

    expect(await untilOver(scanId)).toMatchObject({
      state: "cancelled",
      failure: { message: expect.stringContaining("local") },
    });
  });

  it("goes on with a scan that a stopped process left, where it was", async () => {
    const { scanId } = await request();
    await service.stop();

    service = await start();

    expect(await untilOver(scanId)).toMatchObject({ state: "completed", counts: { total: 4, unchanged: 4 } });
  });

  it("reads everything once more, behind what was open already, when that is asked for among other changes", async () => {
    const at = new Date().toISOString();
    const asked = { trigger: "command", isFull: false, requestedBy: "local", at } as const;
    const open = await createScan(database(), { organizationId: organization.id, ...asked });

    await service.refreshOrganization(organization.id, { trigger: "webhook", isFull: false });
    await service.refreshOrganization(organization.id, { trigger: "person", isFull: true });

    const behind = await until(async () => {
      await gatherNoMore();
      const latest = await findLatestScan(database(), organization.id);
      return latest?.isFull ? latest : undefined;
    });
    expect(behind.id).not.toBe(open.scanId);
    expect(behind).toMatchObject({ trigger: "person", isFull: true, requestedBy: "local" });
    expect(await findScan(database(), open.scanId)).toMatchObject({ state: "completed", trigger: "command" });

    // The other change is looked at as well, and is none of the next test's business.
    await until(async () => ((await gatherNoMore()) === 0 ? true : undefined));
    const last = await findLatestScan(database(), organization.id);
    await untilOver(last?.id ?? behind.id);
  });

  it("makes up for a scheduled run that was missed, within a minute", { timeout: 150_000 }, async () => {
    const before = await findLatestScan(database(), organization.id);
    await setScanCron(database(), organization.id, null);
    hoursAhead = 24;

    const made = await until(async () => {
      const latest = await findLatestScan(database(), organization.id);
      return latest?.id === before?.id ? undefined : latest;
    }, 130_000);

    expect(made).toMatchObject({ trigger: "schedule", requestedBy: "schedule" });
    expect(await listOrganizations(database())).toHaveLength(1);
  });
});

/** Commits one file to a repository and gives the commit. */
function push(acme: Acme, name: string, path: string, text: string): string {
  const git = ["--git-dir", join(acme.folder, `${name}.git`)];
  const script = [
    "commit refs/heads/main\ncommitter Ada <ada@example.org> 1770000000 +0000\ndata 6\ncommit\n",
    `from refs/heads/main^0\nM 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`,
  ];
  execFileSync("git", [...git, "fast-import", "--quiet"], { input: script.join("") });
  return execFileSync("git", [...git, "rev-parse", "main"])
    .toString()
    .trim();
}

async function until<T>(look: () => Promise<T | null | undefined>, timeoutMs = 60_000): Promise<T> {
  for (const end = Date.now() + timeoutMs; Date.now() < end; ) {
    const found = await look();
    if (found !== undefined && found !== null) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("It did not come to pass in time.");
}
