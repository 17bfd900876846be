import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, it, onTestFinished } from "vitest";
import { isScanOver } from "#lib/model/scan.ts";
import { writeAcme } from "#lib/providers/github/emulated.fixture.ts";
import { createLocalProvider } from "#lib/providers/local/local-provider.ts";
import { registerOrganization } from "#lib/store/organizations.ts";
import { createScan, findScan } from "#lib/store/scans.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";

const program = fileURLToPath(new URL("../flakeboard.mjs", import.meta.url));

interface Worker {
  readonly child: ChildProcess;
  readonly ended: Promise<{ readonly code: number | null; readonly said: string }>;
}

function startWorker(settings: Readonly<Record<string, string>>): Worker {
  // biome-ignore lint/style/noProcessEnv: the process finds git on it
  const env = { PATH: process.env.PATH ?? "", NODE_ENV: "production", FLAKEBOARD_SCAN_CRON: "", ...settings } as const;
  const child = spawn(process.execPath, [program, "worker"], { stdio: ["ignore", "ignore", "pipe"], env });
  let said = "";
  child.stderr?.on("data", (chunk) => {
    said += chunk;
  });
  return { child, ended: new Promise((resolve) => child.once("close", (code) => resolve({ code, said }))) };
}

it("flakeboard worker needs a server, and says why", async () => {
  const data = mkdtempSync(join(tmpdir(), "flakeboard-worker-"));
  const { code, said } = await startWorker({ FLAKEBOARD_DATA: data }).ended;
  rmSync(data, { recursive: true });

  expect([code, said]).toEqual([2, expect.stringMatching(/^flakeboard: A worker needs a PostgreSQL server.*\n$/)]);
});

describeEachDatabase("flakeboard worker", (database) => {
  it("takes a scan that another process asked for, and ends when it is told to", async ({ skip }) => {
    const db = database();
    if (db.connection.kind === "embedded") return skip("The embedded database has one process at a time.");
    const acme = writeAcme(3);
    const provider = createLocalProvider({ path: acme.folder });
    const found = await provider.readOrganization(AbortSignal.timeout(10_000));
    const organization = await registerOrganization(db, { ...found, provider: "local", location: acme.folder });
    const at = new Date().toISOString();
    const asked = { trigger: "person", isFull: false, requestedBy: "local", at } as const;
    const { scanId } = await createScan(db, { organizationId: organization.id, ...asked });

    const worker = startWorker({ DATABASE_URL: db.connection.url });
    onTestFinished(() => void worker.child.kill());
    const isOver = async () => isScanOver((await findScan(db, scanId))?.state ?? "queued");
    while (worker.child.exitCode === null && !(await isOver())) await sleep(100);
    worker.child.kill("SIGTERM");

    expect(await findScan(db, scanId)).toMatchObject({ state: "completed", counts: { total: 3, read: 3, failed: 0 } });
    expect(await worker.ended).toMatchObject({ code: 0, said: expect.stringContaining("Stop it with Ctrl+C") });
    acme.remove();
  });
});
