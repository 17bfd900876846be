import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Acme, writeAcme } from "#lib/providers/github/emulated.fixture.ts";
import { createLocalProvider } from "#lib/providers/local/local-provider.ts";
import { type Database, openDatabase } from "#lib/store/database.ts";
import { readHistoryProgress } from "#lib/store/history-progress.ts";
import { listUnrebuiltRepositories } from "#lib/store/unrebuilt-repositories.ts";
import { scanWith } from "./testing/scan-sample.ts";

const processFile = fileURLToPath(new URL("testing/backfill-process.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "flakeboard-killed-backfill-"));
const config = { kind: "embedded", directory: join(folder, "database") } as const;
const poison = "repository-01";

let acme: Acme;

beforeAll(() => {
  acme = writeAcme(4);
});

afterAll(() => {
  acme.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs one backfill in a process of its own; returns the signal that ended it, or its exit code. */
function backfill(): Promise<NodeJS.Signals | number | null> {
  const args = ["--disable-warning=ExperimentalWarning", processFile, JSON.stringify(config), acme.folder, poison];
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: ["ignore", "inherit", "inherit"] });
    child.on("exit", (code, signal) => resolve(signal ?? code));
  });
}

async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(config);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

it("sets a past aside that ended its process three times, and rebuilds all the others", async () => {
  const provider = createLocalProvider({ path: acme.folder });
  const { organization } = await withDatabase((database) => scanWith(database, provider, { location: acme.folder }));

  const ends = [await backfill(), await backfill(), await backfill(), await backfill()];
  const afterwards = await backfill();

  expect(ends).toEqual(["SIGKILL", "SIGKILL", "SIGKILL", 0]);
  // It is given up, so that the next run does not come to it.
  expect(afterwards).toBe(0);
  await withDatabase(async (database) => {
    const [unrebuilt, ...others] = await listUnrebuiltRepositories(database, organization.id);
    expect(unrebuilt).toMatchObject({ name: poison, failures: 3, failure: { code: "internal" } });
    expect(unrebuilt?.failure?.message).toContain("ended the process 3 times");
    expect(others).toEqual([]);
    const { observed, rebuilt, failed } = await readHistoryProgress(database, organization.id);
    expect({ failed, others: rebuilt }).toEqual({ failed: 1, others: observed - 1 });
    expect(await database.client.pastAttempt.count()).toBe(0);
  });
});
