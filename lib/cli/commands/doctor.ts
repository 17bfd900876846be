import { Command } from "commander";
import { processConfig } from "#lib/config/process-config.ts";
import { toAppError } from "#lib/errors/app-error.ts";
import { createProvider } from "#lib/scan/create-provider.ts";
import { processDatabase } from "#lib/store/process-database.ts";

/** `flakeboard doctor` checks the environment, the database and GitHub, one line each. Exit 1 when one is not well. */
export const doctorCommand = new Command("doctor")
  .description("check configuration, database and GitHub access")
  .action(async () => {
    const checks: readonly (readonly [string, () => Promise<string>])[] = [
      ["environment", checkEnvironment],
      ["database", checkDatabase],
      ["GitHub", checkGithub],
    ];
    for (const [name, check] of checks) {
      try {
        process.stdout.write(`✓ ${name}: ${await check()}\n`);
      } catch (error) {
        process.stdout.write(`✗ ${name}: ${toAppError(error).message}\n`);
        process.exitCode = 1;
      }
    }
  });

async function checkEnvironment(): Promise<string> {
  processConfig();
  return "in order";
}

async function checkDatabase(): Promise<string> {
  const { database } = processConfig();
  await processDatabase();
  return database.kind === "embedded" ? `embedded, in ${database.directory}` : "PostgreSQL answers and is up to date";
}

async function checkGithub(): Promise<string> {
  const { github, organizations } = processConfig();
  if (github.token === null && github.app === null) return "no token or App set, so only local folders can be scanned";
  if (organizations.length === 0)
    return "GitHub can be asked; name organizations in FLAKEBOARD_ORGS to have them checked";
  for (const login of organizations) {
    const provider = createProvider({ provider: "github", location: github.restUrl, login }, github);
    await provider.readOrganization(AbortSignal.timeout(60_000));
  }
  return `${organizations.join(", ")} can be read`;
}
