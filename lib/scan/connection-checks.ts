import type { GithubConfig } from "#lib/config/environment.ts";
import { AppError } from "#lib/errors/app-error.ts";
import { formatCount, formatNumber, formatUtc } from "#lib/format/format.ts";
import type { ProviderKind } from "#lib/model/repository.ts";
import { expiryOf, grantWords } from "#lib/providers/github/judge-grants.ts";
import type { SourceProvider } from "#lib/providers/source-provider.ts";

/**
 * ConnectionCheck is one thing that has to be well before an organization can be scanned: it says in words what is well,
 * and throws an AppError that says what is not and how to mend it.
 */
export interface ConnectionCheck {
  readonly name: string;
  readonly check: (provider: SourceProvider, signal: AbortSignal) => Promise<string>;
}

/** connectionChecks are asked one after the other; after the first, `organization`, the others may be asked alone. */
export const connectionChecks = {
  github: [
    { name: "Organization", check: checkOrganization },
    { name: "Permissions", check: checkPermissions },
    { name: "Repositories", check: checkRepositories },
    { name: "Teams", check: checkTeams },
    { name: "Limits", check: checkLimits },
  ],
  local: [
    { name: "Folder", check: checkOrganization },
    { name: "Repositories", check: checkRepositories },
    { name: "Teams", check: checkTeams },
  ],
} as const satisfies Record<ProviderKind, readonly ConnectionCheck[]>;

async function checkOrganization(provider: SourceProvider, signal: AbortSignal): Promise<string> {
  const { name, login } = await provider.readOrganization(signal);
  return name === login ? name : `${name} (${login})`;
}

/** One page proves that repositories can be listed, and one with a commit that their contents can be read. */
async function checkRepositories(provider: SourceProvider, signal: AbortSignal): Promise<string> {
  for await (const { total, items } of provider.listRepositories(signal)) {
    const refused = items.find((item) => item.status === "failed");
    if (refused?.status === "failed") throw refused.error;
    if (total > 0) return `${formatCount(total, "repository", "repositories")} can be read`;
  }
  throw new AppError(
    "forbidden",
    "There is no repository that can be seen. Give the token or App access to the repositories, or put clones into the folder.",
  );
}

async function checkTeams(provider: SourceProvider, signal: AbortSignal): Promise<string> {
  const teams = await provider.listTeams(signal);
  return `${formatCount(teams.length, "team", "teams")} can be read`;
}

/** What is missing shows as such in the later lines; here it is told, with what is more than needed and when it ends. */
async function checkPermissions(provider: SourceProvider, signal: AbortSignal): Promise<string> {
  await provider.readOrganization(signal);
  const grants = provider.grants();
  if (grants === null) return "none are needed";
  const expiresAt = expiryOf(grants);
  return `${grantWords(grants)}${expiresAt === null ? "" : `; expires ${formatUtc(expiresAt)}`}`;
}

async function checkLimits(provider: SourceProvider, signal: AbortSignal): Promise<string> {
  await provider.readOrganization(signal);
  const { remainingPoints } = provider.usage();
  return remainingPoints === null
    ? "this GitHub reports none"
    : `${formatNumber(remainingPoints)} GraphQL points are left in this hour`;
}

/** credentialWords says as whom GitHub is asked. */
export function credentialWords({ app, token, restUrl }: GithubConfig): string {
  if (app !== null) return `App ${app.id}, at ${restUrl}`;
  if (token !== null) return `a token, at ${restUrl}`;
  return "no token or App set, so only local folders can be scanned";
}
