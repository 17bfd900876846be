import type { RequestBudget } from "../request-budget.ts";
import type { SourceProvider } from "../source-provider.ts";
import { readBlobs } from "./blobs.ts";
import { readBranches } from "./branches.ts";
import { createGithubClient, type Patience } from "./client.ts";
import { credentialsKey } from "./credentials-key.ts";
import { readFolders, readHistory } from "./history.ts";
import { parseGithubHost } from "./hosts.ts";
import { listRepositories, readRepository } from "./inventory.ts";
import { learnedSizes } from "./learned-sizes.ts";
import { readOrganization } from "./organization.ts";
import { createOwnBudget } from "./own-budget.ts";
import { listProperties } from "./properties.ts";
import { listTeams } from "./teams.ts";
import { createTokenSource, type GithubApp } from "./token-source.ts";
import { readTree } from "./tree.ts";
import { locateRepositories } from "./whereabouts.ts";

/** GithubProviderOptions say which organization to read, where, and as whom. */
export interface GithubProviderOptions {
  /** The login of the organization, as in `https://github.com/LOGIN`. */
  readonly organization: string;
  /** Classic, fine-grained, or of an installation. Never shown or logged. */
  readonly token?: string | undefined;
  /** Asks as this App's installation in the organization instead. */
  readonly app?: GithubApp | undefined;
  /** What may be spent, when others ask with the same credentials; the client's own unless told. */
  readonly budget?: RequestBudget | undefined;
  /** `https://api.github.com` unless told; `https://HOST/api/v3` for GitHub Enterprise Server. */
  readonly restUrl?: string | undefined;
  /** Follows from `restUrl` unless told. */
  readonly graphqlUrl?: string | undefined;
  readonly userAgent?: string | undefined;
  /** Keeps to one GraphQL query a second. Unless told: on, but for an address on this machine. */
  readonly isThrottled?: boolean | undefined;
  readonly patience?: Partial<Patience> | undefined;
}

const usualPatience: Patience = {
  // Above GitHub's own ten seconds, so that its answer to a heavy query is seen, and a little for the way.
  graphqlTimeoutMs: 15_000,
  restTimeoutMs: 60_000,
  retryPauseMs: 1_000,
  // GitHub usually asks for a minute. What is longer is no burst, and a job should be put off instead of sleeping.
  limitWaitMsMax: 120_000,
  // Whoever looks on is told at once that the hour is spent; a scan, which nobody waits for, waits.
  resetWaitMsMax: 0,
};

/**
 * createGithubProvider reads one organization from GitHub, GitHub Enterprise Server or GHE.com through octokit:
 * the inventory, teams and file texts through GraphQL, trees, large files and custom properties
 * through REST. It only ever reads.
 *
 * What is learned about bearable sizes stays with the process.
 * @throws AppError `config` for a base URL that is not https, `unauthorized` when there is no token.
 */
export function createGithubProvider(options: GithubProviderOptions): SourceProvider {
  const host = parseGithubHost(options.restUrl ?? "https://api.github.com", options.graphqlUrl);
  const token = options.token?.trim() ?? "";
  const client = createGithubClient({
    host,
    organization: options.organization,
    tokens: createTokenSource({ host, organization: options.organization, token, app: options.app }),
    credentialsKey: credentialsKey(options),
    budget: options.budget ?? createOwnBudget(),
    userAgent: options.userAgent ?? "flakeboard",
    isThrottled: options.isThrottled ?? !host.isLoopback,
    patience: { ...usualPatience, ...options.patience },
  });
  const sizes = learnedSizes(credentialsKey(options));
  return {
    kind: "github",
    readOrganization: (signal) => readOrganization(client, signal),
    listTeams: (signal) => listTeams(client, sizes.teams, signal),
    listProperties: (names, signal) => listProperties(client, names, signal),
    listRepositories: (signal, after) => listRepositories(client, sizes.inventory, signal, after),
    readRepository: (providerId, signal) => readRepository(client, providerId, signal),
    locateRepositories: (providerIds, signal) => locateRepositories(client, providerIds, signal),
    readTree: (repository, signal) => readTree(client, repository, signal),
    readBlobs: (requests, signal) => readBlobs(client, sizes.blobs, requests, signal),
    readBranches: (requests, signal) => readBranches(client, host, sizes.branches, requests, signal),
    readHistory: (requests, signal) => readHistory(client, sizes.history, requests, signal),
    readFolders: (requests, signal) => readFolders(client, sizes.history, requests, signal),
    usage: client.usage,
    grants: client.grants,
  };
}
