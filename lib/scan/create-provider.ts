import type { GithubConfig } from "#lib/config/environment.ts";
import type { ProviderKind } from "#lib/model/repository.ts";
import { createGithubProvider } from "#lib/providers/github/github-provider.ts";
import { createLocalProvider } from "#lib/providers/local/local-provider.ts";
import type { SourceProvider } from "#lib/providers/source-provider.ts";

/** Source says which organization to read, and where it is: the folder of `local`, the REST base of `github`. */
export interface Source {
  readonly provider: ProviderKind;
  readonly location: string;
  readonly login: string;
}

type CreateProvider = (source: Source, github: GithubConfig) => SourceProvider;

/** A new provider is one line here. */
const creators = {
  local: (source) => createLocalProvider({ path: source.location }),
  github: createGithub,
} as const satisfies Record<ProviderKind, CreateProvider>;

/** createProvider makes the provider that reads a source. Throws AppError when its address or its token cannot do. */
export function createProvider(source: Source, github: GithubConfig): SourceProvider {
  return creators[source.provider](source, github);
}

function createGithub(source: Source, github: GithubConfig): SourceProvider {
  return createGithubProvider({
    organization: source.login,
    token: github.token ?? undefined,
    app: github.app ?? undefined,
    restUrl: source.location,
    // The GraphQL address belongs to the configured host; an organization of another host derives its own.
    ...(github.graphqlUrl !== null && source.location === github.restUrl ? { graphqlUrl: github.graphqlUrl } : {}),
  });
}
