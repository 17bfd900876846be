import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { resolve } from "node:path";
import { Command } from "commander";
import { closeProcess } from "#lib/cli/close-process.ts";
import { scanSource } from "#lib/cli/commands/scan.ts";
import { nodeEnvironment } from "#lib/cli/node-flags.mjs";
import type { Config } from "#lib/config/environment.ts";
import { processConfig } from "#lib/config/process-config.ts";
import { AppError, toAppError } from "#lib/errors/app-error.ts";
import { writeSampleOrganization } from "#lib/sample/write-sample-organization.ts";
import type { Source } from "#lib/scan/create-provider.ts";
import { listOrganizations } from "#lib/store/organizations.ts";
import { processDatabase } from "#lib/store/process-database.ts";
import { buildApplication, pagesProgram } from "./build-application.ts";
import { root } from "./ensure-installed.mjs";
import { runSteps } from "./steps.ts";

/** serve brings everything that is missing up to date, fills the database for the first time, and serves the pages. */
async function serve(organization: string | undefined): Promise<void> {
  const config = processConfig();
  const address = `http://${config.host.includes(":") ? `[${config.host}]` : config.host}:${config.port}`;
  await runSteps([
    { name: "Address", run: () => checkAddress(config, address) },
    { name: "Pages", run: async () => ((await buildApplication()) ? "built" : "already built") },
    { name: "Database", run: () => prepareDatabase(config) },
    { name: "Organization", run: () => fillDatabase(config, organization) },
  ]);
  await startServer(config, address);
}

async function checkAddress({ host, port }: Config, address: string): Promise<string> {
  await new Promise<void>((resolveFree, reject) => {
    const probe = createServer();
    probe.once("error", (cause) => {
      const message = `${address} is in use. Stop what serves there, or choose another port: PORT=${port + 1} npm start.`;
      reject(new AppError("conflict", message, { cause }));
    });
    probe.listen(port, host, () => probe.close(() => resolveFree()));
  });
  return `${address} is free`;
}

async function prepareDatabase({ database }: Config): Promise<string> {
  await processDatabase();
  return database.kind === "embedded" ? `embedded, in ${database.directory}` : "PostgreSQL";
}

/** The scan runs here, before the pages are served, because the embedded database has one process at a time. */
async function fillDatabase(config: Config, organization: string | undefined): Promise<string> {
  const database = await processDatabase();
  try {
    if (organization !== undefined) {
      return await scan({ provider: "github", location: config.github.restUrl, login: organization });
    }
    const known = await listOrganizations(database);
    if (known.length > 0) return known.map((one) => one.name).join(", ");
    if (config.organizations.length > 0) return `${config.organizations.join(", ")}, scanned once the pages are served`;
    const folder = resolve(config.dataDirectory, "sample");
    await writeSampleOrganization(folder, { asOf: new Date().toISOString() });
    return await scan({ provider: "local", location: folder, login: "sample" });
  } finally {
    await closeProcess();
  }
}

async function scan(source: Source): Promise<string> {
  const result = await scanSource(source, { full: false, progress: false });
  const { counts, failure } = result.scan;
  if (failure !== null && result.scan.state === "failed") throw new AppError(failure.code, failure.message);
  return `${result.organization.name}, ${counts.total} repositories, ${counts.withFlake} with a flake`;
}

async function startServer({ host, port }: Config, address: string): Promise<void> {
  const child = spawn(process.execPath, [...pagesProgram, "--hostname", host, "--port", String(port)], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    // biome-ignore lint/style/noProcessEnv: handed on, not read
    env: { ...nodeEnvironment, ...process.env, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(signal === null ? (code ?? 2) : 0));
  await waitUntilReady(address);
  process.stderr.write(`\nFlakeboard serves on ${address}  (stop it with Ctrl+C)\n`);
}

const readySecondsMax = 60;

async function waitUntilReady(address: string): Promise<void> {
  for (let tries = 0; tries < readySecondsMax * 5; tries += 1) {
    const response = await fetch(`${address}/api/health`).catch(() => undefined);
    if (response?.ok) return;
    await new Promise((resolveAfter) => setTimeout(resolveAfter, 200));
  }
  throw new AppError("timeout", `The pages did not answer on ${address} within ${readySecondsMax} seconds.`);
}

const program = new Command("npm start --")
  .description("Brings everything up to date and serves the pages on this machine.")
  .option("--org <name>", "scan this organization on GitHub first (needs GITHUB_TOKEN)");
const { org } = program.parse().opts<{ readonly org?: string }>();

try {
  await serve(org);
} catch (error) {
  process.stderr.write(`\nflakeboard: ${toAppError(error).message}\n`);
  process.exit(2);
}
