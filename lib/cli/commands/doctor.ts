import { Command } from "commander";
import { toAppError } from "#lib/errors/app-error.ts";
import { checkClock, checkCredentials, listOrganizationChecks } from "../doctor/github.ts";
import { checkDatabase, checkEnvironment, checkWebhook, type DoctorCheck } from "../doctor/installation.ts";

/**
 * `flakeboard doctor` checks the environment, the database, GitHub's credentials, permissions and limits, and the
 * clock, one line each. Exit 1 when one is not well.
 */
export const doctorCommand = new Command("doctor")
  .description("check configuration, database and GitHub access")
  .action(async () => {
    await report({ name: "environment", check: checkEnvironment });
    await report({ name: "database", check: checkDatabase });
    await report({ name: "webhook", check: checkWebhook });
    await report({ name: "GitHub", check: checkCredentials });
    await report({ name: "clock", check: checkClock });
    // Without a database or an environment there is nothing more to ask, and their lines say so.
    for (const check of await listOrganizationChecks().catch(() => [])) await report(check);
  });

async function report({ name, check }: DoctorCheck): Promise<void> {
  try {
    process.stdout.write(`✓ ${name}: ${await check()}\n`);
  } catch (error) {
    process.stdout.write(`✗ ${name}: ${toAppError(error).message}\n`);
    process.exitCode = 1;
  }
}
