import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { counted } from "#lib/checks/counted.ts";
import type { DatabaseConfig } from "#lib/config/environment.ts";
import { openDatabase } from "#lib/store/database.ts";
import { listMetricPoints } from "#lib/store/metric-points.ts";
import { listOrganizations } from "#lib/store/organizations.ts";
import { findRepository, listRepositorySummaries } from "#lib/store/repositories.ts";
import { findLatestScan } from "#lib/store/scans.ts";
import { listTeams } from "#lib/store/teams.ts";
import { databaseUrl, runOnServer, testServerUrl } from "#lib/store/testing/open-test-databases.ts";
import { writeTestSample } from "./testing/scan-sample.ts";

const kills = 25;
const repositoriesKept = 16;

// Fifty processes start in it, each of which takes ten seconds and more on a busy machine.
const timeoutMs = 900_000;

// Beginning, middle and end of every step come up within a few seeds; this one makes a failure repeatable.
const random = createRandom(20_261_126);

let folder = "";
let remove = (): void => {};
const data = mkdtempSync(join(tmpdir(), "flakeboard-killed-often-"));

beforeAll(async () => {
  ({ folder, remove } = await writeTestSample());
  const repositories = readdirSync(folder).filter((name) => name.endsWith(".git"));
  for (const name of repositories.slice(repositoriesKept)) rmSync(join(folder, name), { recursive: true });
  const owned = repositories.slice(0, repositoriesKept / 2).map((name) => `${name.replace(/\.git$/, "")}: admin`);
  const teams = `teams: { platform: { repositories: { ${owned.join(", ")} } } }`;
  writeFileSync(join(folder, "teams.yml"), `organization: { login: sample }\n${teams}\n`);
});

afterAll(() => {
  remove();
  rmSync(data, { recursive: true, force: true });
});

describe(`a scan that is killed ${kills} times at random moments ends like one that nothing disturbed`, () => {
  it("in the embedded database, by one process after the other", { timeout: timeoutMs }, async () => {
    const disturbed = { kind: "embedded", directory: join(data, "disturbed") } as const;
    const undisturbed = { kind: "embedded", directory: join(data, "undisturbed") } as const;

    for (let kill = 0; kill < kills; kill += 1) {
      const child = startProcess(disturbed, "forever");
      // Now and then already while it opens the database and lays down what the last one left.
      if (kill % 5 === 4) await pause(random() * 1_500);
      else await untilWorking(child).then(() => pause(random() * 500));
      await killProcess(child);
    }
    await untilEnd(startProcess(disturbed, "once"));
    await untilEnd(startProcess(undisturbed, "once"));

    expect(await readEverything(disturbed)).toEqual(await readEverything(undisturbed));
  });

  it.skipIf(testServerUrl === null)(
    "on a server, by three processes at once that lose one another",
    { timeout: timeoutMs },
    async () => {
      const server = testServerUrl ?? "";
      const names = [0, 1].map(() => `flakeboard_killed_${randomUUID().replaceAll("-", "")}`);
      for (const name of names) await runOnServer(server, `CREATE DATABASE ${name}`);
      const [disturbed, undisturbed] = names.map(
        (name) => ({ kind: "server", url: databaseUrl(server, name) }) as const,
      );
      if (disturbed === undefined || undisturbed === undefined) throw new Error("There are two databases.");

      const children = [0, 1, 2].map(() => startProcess(disturbed, "forever"));
      for (let kill = 0; kill < kills; kill += 1) {
        await pause(random() * 2_000);
        const chosen = Math.floor(random() * children.length);
        for (const child of children.splice(chosen, 1)) await killProcess(child);
        children.push(startProcess(disturbed, "forever"));
      }
      for (const child of children) await killProcess(child);
      await untilEnd(startProcess(disturbed, "once"));
      await untilEnd(startProcess(undisturbed, "once"));

      expect(await readEverything(disturbed)).toEqual(await readEverything(undisturbed));
      for (const name of names) await runOnServer(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  );
});

// What each process said, for the error of one that ended by itself.
const saidBy = new WeakMap<ChildProcess, string>();

function startProcess(database: DatabaseConfig, mode: "once" | "forever"): ChildProcess {
  const program = join(import.meta.dirname, "testing", "scan-process.ts");
  const args = ["--disable-warning=ExperimentalWarning", program, JSON.stringify(database), folder, mode];
  // biome-ignore lint/style/noProcessEnv: the process finds git on it
  const env = { PATH: process.env.PATH ?? "", NODE_ENV: "production" } as const;
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"], env });
  child.stderr.on("data", (chunk) => saidBy.set(child, `${saidBy.get(child) ?? ""}${chunk}`));
  return child;
}

function endedEarly(child: ChildProcess, when: string): Error {
  return new Error(`The process ended with ${child.exitCode} ${when}. It said:\n${saidBy.get(child) ?? "nothing"}`);
}

function untilWorking(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.once("data", () => resolve());
    child.once("close", () => reject(endedEarly(child, "before it worked")));
  });
}

async function killProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) throw endedEarly(child, "before it was killed");
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGKILL");
  await gone;
}

function untilEnd(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once("close", (code) => (code === 0 ? resolve() : reject(endedEarly(child, "before its end"))));
  });
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/**
 * Everything that a scan leaves behind, but ids, which are random, and how many scans it took. What is rebuilt of the past
 * behind a scan is left out: how far that has come when the last process ends is a matter of time.
 */
async function readEverything(config: DatabaseConfig) {
  const database = await openDatabase(config);
  try {
    const [organization] = await listOrganizations(database);
    if (organization === undefined) throw new Error("There is no organization.");
    const { id } = organization;
    const teams = await listTeams(database, id);
    const slugOf = new Map(teams.map((team) => [team.id, team.slug]));
    const summaries = await listRepositorySummaries(database, id);
    const repositories = [];
    for (const { owner, name } of summaries) {
      const detail = await findRepository(database, id, owner, name);
      if (detail === null) throw new Error(`${name} is gone.`);
      repositories.push({
        ...detail,
        id: null,
        history: detail.history.filter(({ origin }) => origin === "observed"),
        ownerTeamIds: detail.ownerTeamIds.map((teamId) => slugOf.get(teamId)).sort(),
      });
    }
    const metricIds = counted.map((metric) => metric.id);
    const points = await listMetricPoints(database, id, { scope: { kind: "organization" }, metricIds });
    const observed = points.filter(({ origin }) => origin === "observed");
    const scan = await findLatestScan(database, id);
    return {
      repositories,
      teams: teams.map((team) => ({ ...team, id: null, parentId: slugOf.get(team.parentId ?? "") ?? null })),
      points: observed,
      scan: { state: scan?.state, counts: scan?.counts, failure: scan?.failure },
    };
  } finally {
    await database.close();
  }
}

/** Mulberry32: numbers from 0 to 1, the same for the same seed. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
