import { AppError } from "#lib/errors/app-error.ts";

/** GithubHost is where one GitHub answers: github.com, a GitHub Enterprise Server, or a GHE.com tenant. */
export interface GithubHost {
  /** Without a slash at the end. */
  readonly restUrl: string;
  readonly graphqlUrl: string;
  /** For people: `github.com`, or the host as it was given. */
  readonly name: string;
  /** It is on this machine: an emulator, or a proxy. */
  readonly isLoopback: boolean;
}

const loopbackHostname = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;
const enterpriseServerSuffix = /\/api\/v3$/;

/**
 * parseGithubHost reads the base URLs of a GitHub, as GitHub Actions names them.
 * The GraphQL URL follows from the REST one when it is not given: `https://HOST/api/v3` (Enterprise Server) has
 * `https://HOST/api/graphql`, every other base has `/graphql` behind it (reference: GitHub API, hosts).
 *
 * @throws AppError `config` unless both are https, or http on this machine: the token travels with every request.
 */
export function parseGithubHost(restUrl: string, graphqlUrl?: string): GithubHost {
  const rest = parseBase(restUrl, "GITHUB_API_URL");
  const base = withoutSlash(rest.href);
  const derived = enterpriseServerSuffix.test(base)
    ? base.replace(enterpriseServerSuffix, "/api/graphql")
    : `${base}/graphql`;
  return {
    restUrl: base,
    graphqlUrl: graphqlUrl === undefined ? derived : withoutSlash(parseBase(graphqlUrl, "GITHUB_GRAPHQL_URL").href),
    name: rest.host === "api.github.com" ? "github.com" : rest.host,
    isLoopback: loopbackHostname.test(rest.hostname),
  };
}

function parseBase(text: string, variable: string): URL {
  const url = URL.parse(text);
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:")) {
    throw new AppError("config", `${variable} is not an https URL. Give one such as https://api.github.com.`);
  }
  if (url.protocol === "http:" && !loopbackHostname.test(url.hostname)) {
    throw new AppError(
      "config",
      `${variable} would send the token to ${url.host} without encryption. Use https; http is only for this machine.`,
    );
  }
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "") {
    throw new AppError(
      "config",
      `${variable} must be a plain base URL, without user, password, query or fragment. The token goes into GITHUB_TOKEN.`,
    );
  }
  return url;
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, "");
}
