import { processConfig } from "#lib/config/process-config.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { connectionChecks, credentialWords } from "#lib/scan/connection-checks.ts";
import { createProvider, type Source } from "#lib/scan/create-provider.ts";
import { listOrganizations } from "#lib/store/organizations.ts";
import { processDatabase } from "#lib/store/process-database.ts";
import type { DoctorCheck } from "./installation.ts";

const patienceMs = 60_000;

/** checkCredentials says as whom GitHub is asked; that they are let in shows with each organization. */
export async function checkCredentials(): Promise<string> {
  return credentialWords(processConfig().github);
}

// Tokens of an App are refused when its clock is a minute ahead; ages are counted in days.
const clockSecondsMax = 30;

/** checkClock compares this machine's clock with that of GitHub, which stands in every answer. */
export async function checkClock(): Promise<string> {
  const { github } = processConfig();
  if (github.token === null && github.app === null) return "not compared, because GitHub is not asked";
  const response = await fetch(github.restUrl, { method: "HEAD", signal: AbortSignal.timeout(patienceMs) }).catch(
    (cause: unknown) => {
      throw new AppError("provider-unavailable", `${github.restUrl} does not answer. Look at the network.`, { cause });
    },
  );
  const there = Date.parse(response.headers.get("date") ?? "");
  if (Number.isNaN(there)) return "not compared, because GitHub does not tell the time";
  const seconds = Math.round((Date.now() - there) / 1000);
  if (Math.abs(seconds) <= clockSecondsMax) return "agrees with GitHub's";
  const way = seconds > 0 ? "ahead of" : "behind";
  throw new AppError("config", `It is ${Math.abs(seconds)} s ${way} GitHub's. Have this machine keep time by NTP.`);
}

/** listOrganizationChecks are a line for each check of each organization of the environment, and each that is connected. */
export async function listOrganizationChecks(): Promise<readonly DoctorCheck[]> {
  const { github, organizations } = processConfig();
  if (github.token === null && github.app === null) return [];
  const known = await listOrganizations(await processDatabase());
  const sources = new Map<string, Source>();
  for (const login of organizations) {
    sources.set(login.toLowerCase(), { provider: "github", location: github.restUrl, login });
  }
  for (const source of known) if (source.provider === "github") sources.set(source.login.toLowerCase(), source);
  return [...sources.values()].flatMap((source) =>
    connectionChecks.github.map(({ name, check }) => ({
      name: `${source.login}, ${name.toLowerCase()}`,
      check: async () => check(createProvider(source, github), AbortSignal.timeout(patienceMs)),
    })),
  );
}
