import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDatabase } from "#lib/store/database.ts";
import { listOrganizations } from "#lib/store/organizations.ts";
import { listRepositorySummaries } from "#lib/store/repositories.ts";
import { writeTestSample } from "./testing/scan-sample.ts";

let folder = "";
let remove = (): void => {};
const copies = 6;
const data = mkdtempSync(join(tmpdir(), "flakeboard-killed-"));

beforeAll(async () => {
  ({ folder, remove } = await writeTestSample());
  // Many times, because fifty repositories are recorded together: a quick machine would be done before it is killed.
  for (const { name } of readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    for (let copy = 2; copy <= copies; copy++) {
      cpSync(join(folder, name), join(folder, `${name}-${copy}`), { recursive: true });
    }
  }
});

afterAll(() => {
  remove();
  rmSync(data, { recursive: true, force: true });
});

it("loses no finished repository when the process is killed in the middle, and the same scan goes on", async () => {
  const finished = await killWhenSomeAreDone(8);
  expect(finished).toBeGreaterThanOrEqual(8);

  const kept = await readNames();
  expect(kept.length).toBeGreaterThanOrEqual(finished);

  const document = JSON.parse(await scanToTheEnd());
  expect(document).toMatchObject({
    state: "completed",
    // One of each copy is empty. Had what was finished been read again, it would have been found unchanged. Two with a
    // flake are left out of the sample by their names, and come in with each copy.
    repositories: { total: 48 * copies, read: 48 * copies, unchanged: copies, failed: 0, withFlake: 31 * copies - 2 },
  });
});

/** Runs the command line's scan and kills it once its progress on a terminal says that so many are done. */
function killWhenSomeAreDone(count: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = startScan(["--progress"]);
    let done = 0;
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      for (const [, shown] of text.matchAll(/(\d+) of \d+ repositories/g)) done = Math.max(done, Number(shown));
      if (done >= count) child.kill("SIGKILL");
    });
    child.on("exit", (code) =>
      code === null ? resolve(done) : reject(new Error(`The scan ended with ${code} at ${done}.`)),
    );
  });
}

function scanToTheEnd(): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = startScan(["--json"]);
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
    child.on("exit", (code) => (code === 0 ? resolve(output) : reject(new Error(`The scan ended with ${code}.`))));
  });
}

function startScan(options: readonly string[]) {
  const args = ["lib/cli/main.ts", "scan", "--provider", "local", "--path", folder, ...options];
  return spawn(process.execPath, ["--disable-warning=ExperimentalWarning", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: pathOfTests(), FLAKEBOARD_DATA: data, NODE_ENV: "production" },
  });
}

function pathOfTests(): string {
  // biome-ignore lint/style/noProcessEnv: the command line finds git on it
  return process.env.PATH ?? "";
}

async function readNames(): Promise<readonly string[]> {
  const database = await openDatabase({ kind: "embedded", directory: join(data, "database") });
  try {
    const [organization] = await listOrganizations(database);
    const summaries = await listRepositorySummaries(database, organization?.id ?? "");
    return summaries.filter((summary) => summary.snapshot !== null || summary.isEmpty).map((summary) => summary.name);
  } finally {
    await database.close();
  }
}
