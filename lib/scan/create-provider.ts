import type { GithubConfig } from "#lib/config/environment.ts";
import type { ProviderKind } from "#lib/model/repository.ts";
import { credentialsKey } from "#lib/providers/github/credentials-key.ts";
import { createGithubProvider } from "#lib/providers/github/github-provider.ts";
import { createLocalProvider } from "#lib/providers/local/local-provider.ts";
import type { RequestBudget } from "#lib/providers/request-budget.ts";
import type { SourceProvider } from "#lib/providers/source-provider.ts";

/** Source says which organization to read, and where it is: the folder of `local`, the REST base of `github`. */
export interface Source {
  readonly provider: ProviderKind;
  readonly location: string;
  readonly login: string;
}

/** OpenBudget gives the budget of some credentials, by the key that tells them apart. */
export type OpenBudget = (key: string) => RequestBudget;

type CreateProvider = (source: Source, github: GithubConfig, openBudget: OpenBudget | null) => SourceProvider;

// A GitHub hour and a little more. A job that waits keeps its heart beating, and can be stopped.
const resetWaitMsMax = 65 * 60_000;

/** A new provider is one line here. */
const creators = {
  local: (source) => createLocalProvider({ path: source.location }),
  github: createGithub,
} as const satisfies Record<ProviderKind, CreateProvider>;

/**
 * createProvider makes the provider that reads a source. Throws AppError when its address or its token cannot do.
 *
 * @param openBudget for a job, which shares its budget and waits when the hour is spent; without it, for a person who
 * waits for the answer, a limit that is spent is told at once.
 */
export function createProvider(
  source: Source,
  github: GithubConfig,
  openBudget: OpenBudget | null = null,
): SourceProvider {
  return creators[source.provider](source, github, openBudget);
}

function createGithub(source: Source, github: GithubConfig, openBudget: OpenBudget | null): SourceProvider {
  const options = {
    organization: source.login,
    token: github.token ?? undefined,
    app: github.app ?? undefined,
    restUrl: source.location,
    // The GraphQL address belongs to the configured host; an organization of another host derives its own.
    ...(github.graphqlUrl !== null && source.location === github.restUrl ? { graphqlUrl: github.graphqlUrl } : {}),
  };
  if (openBudget === null) return createGithubProvider(options);
  return createGithubProvider({
    ...options,
    budget: openBudget(credentialsKey(options)),
    patience: { resetWaitMsMax },
  });
}
