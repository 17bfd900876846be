/**
 * Measures every page on a generated organization of 2,000 repositories, 40 teams and 18 months, and prints each bound
 * beside what was measured. Ends with 1 when a page sends more JavaScript than it may, which no machine excuses; times
 * depend on the machine and are only marked.
 *
 *     npm run bench:web [-- --data FOLDER] [-- --server postgresql://…] [-- --page NAME]
 *
 * `--data` keeps the embedded database there, for the next time; `--server`, a server where databases may be created,
 * measures on PostgreSQL instead. `--repositories` says how many there are, and `--table` measures their table alone,
 * for which no past is made up. A folder that is filled stays as large as it is.
 * `FLAKEBOARD_TEST_CHROMIUM` names the browser, as in the browser tests.
 */
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Browser, chromium } from "@playwright/test";
import { z } from "zod";
import { buildApplication } from "#lib/setup/build-application.ts";
import { pages } from "../pages.ts";
import { scriptKbMaxOf } from "../script-bounds.ts";
import { measureBrowser } from "./measure-browser.ts";
import { measureServer } from "./measure-server.ts";
import { measureTable } from "./measure-table.ts";
import { serveApplication } from "./serve-application.ts";
import { withServerDatabase } from "./server-database.ts";
import { largePath, recordLargePast, scanLargeOrganization } from "./web-database.ts";

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    server: { type: "string" },
    page: { type: "string" },
    repositories: { type: "string", default: "2000" },
    table: { type: "boolean", default: false },
  },
});

const repositories = z.coerce.number().int().min(2_000).parse(values.repositories);
const bounds = {
  medianMs: 60,
  p95Ms: 150,
  paintMs: 1_000,
  shift: 0.02,
  tableMs: 100,
};
const warmingRounds = 5;
type Environment = Readonly<Record<string, string>>;

await buildApplication();
await withDatabase(async (environment) => {
  const server = await serveApplication(environment);
  try {
    await measure(server);
  } finally {
    await server.stop();
  }
});

async function withDatabase(work: (environment: Environment) => Promise<void>): Promise<void> {
  if (values.server !== undefined) {
    return withServerDatabase(values.server, async (environment) => {
      await fill(environment);
      await work(environment);
    });
  }
  const folder = values.data ?? mkdtempSync(join(tmpdir(), "flakeboard-bench-web-"));
  const environment = { FLAKEBOARD_DATA: folder };
  try {
    if (!existsSync(join(folder, "database"))) await fill(environment);
    await work(environment);
  } finally {
    if (values.data === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

async function fill(environment: Environment): Promise<void> {
  await scanLargeOrganization(environment, repositories);
  if (!values.table) await recordLargePast(environment);
}

type Server = Awaited<ReturnType<typeof serveApplication>>;

async function measure(server: Server): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: a setting of the measuring run
  const executablePath = process.env.FLAKEBOARD_TEST_CHROMIUM;
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "--disable-gpu"],
  });
  try {
    if (!values.table) await measurePages(server, browser);
    await measureRepositoriesTable(server, browser);
  } finally {
    await browser.close();
  }
}

async function measurePages(server: Server, browser: Browser): Promise<void> {
  // Warm is a server that has served a while: what is common to all pages is compiled by then, whichever comes first.
  for (let round = 0; round < warmingRounds; round += 1) {
    for (const path of Object.values(pages))
      await fetch(`${server.url}${largePath(path)}`).then((answer) => answer.text());
  }
  print("| page | server, median ms | p95 ms | of its processor, ms | HTML kB | JavaScript kB | paint ms | shift |");
  print("|---|---|---|---|---|---|---|---|");
  for (const [name, path] of Object.entries(pages)) {
    if (values.page !== undefined && values.page !== name) continue;
    const url = `${server.url}${largePath(path)}`;
    const time = await measureServer(url, server.processorMs);
    const seen = await measureBrowser(browser, url);
    const scriptKb = seen.scriptBytes / 1_000;
    const scriptKbMax = scriptKbMaxOf(name);
    if (scriptKb > scriptKbMax) process.exitCode = 1;
    const cells = [
      name,
      marked(time.medianMs, bounds.medianMs),
      marked(time.p95Ms, bounds.p95Ms),
      time.processorMs.toFixed(0),
      (time.htmlBytes / 1_000).toFixed(0),
      marked(scriptKb, scriptKbMax),
      marked(seen.largestPaintMs, bounds.paintMs),
      marked(seen.layoutShift, bounds.shift, 3),
    ];
    print(`| ${cells.join(" | ")} |`);
  }
  print("");
}

async function measureRepositoriesTable(server: Server, browser: Browser): Promise<void> {
  const table = await measureTable(browser, `${server.url}${largePath(pages.repositories)}`);
  print(`| table of ${repositories.toLocaleString("en")} repositories, until painted | bound ms | measured ms |`);
  print("|---|---|---|");
  print(`| a letter that leaves a few rows | ${bounds.tableMs} | ${marked(table.narrowFilterMs, bounds.tableMs)} |`);
  print(`| a letter that leaves a full page | ${bounds.tableMs} | ${marked(table.wideFilterMs, bounds.tableMs)} |`);
  print(`| sorted by another column | ${bounds.tableMs} | ${marked(table.sortMs, bounds.tableMs)} |`);
}

function marked(measured: number, bound: number, digits = 0): string {
  return `${measured.toFixed(digits)}${measured > bound ? " ✗" : ""}`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
