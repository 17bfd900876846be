import { processConfig } from "#lib/config/process-config.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { formatCount, formatNumber } from "#lib/format/format.ts";
import type { SourceProvider } from "#lib/providers/source-provider.ts";
import { createProvider, type Source } from "#lib/scan/create-provider.ts";
import { listOrganizations } from "#lib/store/organizations.ts";
import { processDatabase } from "#lib/store/process-database.ts";
import type { DoctorCheck } from "./installation.ts";

const patienceMs = 60_000;

/** checkCredentials says as whom GitHub is asked; that they are let in shows with each organization. */
export async function checkCredentials(): Promise<string> {
  const { github } = processConfig();
  if (github.app !== null) return `App ${github.app.id}, at ${github.restUrl}`;
  if (github.token !== null) return `a token, at ${github.restUrl}`;
  return "no token or App set, so only local folders can be scanned";
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

/** listOrganizationChecks are three lines for each organization of the environment, and each that is connected. */
export async function listOrganizationChecks(): Promise<readonly DoctorCheck[]> {
  const { github, organizations } = processConfig();
  if (github.token === null && github.app === null) return [];
  const known = await listOrganizations(await processDatabase());
  const sources = new Map<string, Source>();
  for (const login of organizations) {
    sources.set(login.toLowerCase(), { provider: "github", location: github.restUrl, login });
  }
  for (const source of known) if (source.provider === "github") sources.set(source.login.toLowerCase(), source);
  return [...sources.values()].flatMap((source) => {
    const { login } = source;
    const ask = (check: (provider: SourceProvider, signal: AbortSignal) => Promise<string>) => () =>
      check(createProvider(source, github), AbortSignal.timeout(patienceMs));
    return [
      { name: `${login}, repositories`, check: ask(checkRepositories) },
      { name: `${login}, teams`, check: ask(checkTeams) },
      { name: `${login}, limits`, check: ask(checkLimits) },
    ];
  });
}

/** One page proves that repositories can be listed, and one with a commit that their contents can be read. */
async function checkRepositories(provider: SourceProvider, signal: AbortSignal): Promise<string> {
  for await (const { total, items } of provider.listRepositories(signal)) {
    const refused = items.find((item) => item.status === "failed");
    if (refused?.status === "failed") throw refused.error;
    return `${formatCount(total, "repository", "repositories")} can be read`;
  }
  return "there is none that can be seen; grant the token or App more of them";
}

async function checkTeams(provider: SourceProvider, signal: AbortSignal): Promise<string> {
  const teams = await provider.listTeams(signal);
  return `${formatCount(teams.length, "team", "teams")} can be read`;
}

async function checkLimits(provider: SourceProvider, signal: AbortSignal): Promise<string> {
  await provider.readOrganization(signal);
  const { remainingPoints } = provider.usage();
  return remainingPoints === null
    ? "this GitHub reports none"
    : `${formatNumber(remainingPoints)} GraphQL points are left in this hour`;
}
