import { processConfig } from "#lib/config/process-config.ts";
import { processDatabase } from "#lib/store/process-database.ts";

/** DoctorCheck is one line of the doctor: `check` says in words what is well, and throws in words what is not. */
export interface DoctorCheck {
  readonly name: string;
  readonly check: () => Promise<string>;
}

/** checkEnvironment reads the whole environment. @throws AppError that lists every problem of it. */
export async function checkEnvironment(): Promise<string> {
  processConfig();
  return "in order";
}

/** checkDatabase opens the database and brings it up to date. */
export async function checkDatabase(): Promise<string> {
  const { database } = processConfig();
  await processDatabase();
  return database.kind === "embedded" ? `embedded, in ${database.directory}` : "PostgreSQL answers and is up to date";
}

/** checkWebhook says whether pushes are seen at once, or by the schedule only. */
export async function checkWebhook(): Promise<string> {
  return processConfig().githubWebhookSecret === null
    ? "off, so changes are seen by the schedule only; set GITHUB_WEBHOOK_SECRET to see them at once"
    : "on, at POST /api/webhooks/github";
}
