import { createAppAuth } from "@octokit/auth-app";
import { Octokit, RequestError } from "octokit";
import { z } from "zod";
import type { AppError } from "#lib/errors/app-error.ts";
import type { Grants } from "#lib/model/grants.ts";
import { appNotAccepted, appNotInstalled, noToken, overloaded, unreachable } from "./failure-words.ts";
import type { GithubHost } from "./hosts.ts";
import { redactSecrets } from "./redact-secrets.ts";
import { silentLog } from "./silent-log.ts";

/** GithubApp is a GitHub App as it proves who it is. */
export interface GithubApp {
  readonly id: string;
  /** In PEM form. Never shown or logged. */
  readonly privateKey: string;
}

/** TokenSource gives the token for each request. */
export interface TokenSource {
  /** The token in use, renewed shortly before it expires. @throws AppError when GitHub gives none. */
  read(): Promise<string>;
  /** Gives another token in place of one that GitHub refused; undefined when there is no other. */
  renew(refused: string): Promise<string | undefined>;
  /** What an App's installation may do, as told with its token; null for a token that comes from elsewhere. */
  grants(): Grants | null;
  /** Takes the tokens in use out of a text that others wrote. */
  redact(text: string): string;
}

interface TokenSourceOptions {
  readonly host: GithubHost;
  readonly organization: string;
  readonly token: string;
  readonly app: GithubApp | undefined;
}

/** createTokenSource takes a token as it is, or gets tokens of an App's installation. @throws AppError without either. */
export function createTokenSource({ host, organization, token, app }: TokenSourceOptions): TokenSource {
  if (app !== undefined) return createInstallation(app, host, organization);
  if (token === "") throw noToken({ host: host.name });
  return {
    read: async () => token,
    renew: async () => undefined,
    grants: () => null,
    redact: (text) => redactSecrets(text, token),
  };
}

interface InstallationToken {
  readonly token: string;
  /** From here on a new one is asked for. */
  readonly renewAtMs: number;
}

// Tokens live for an hour. Five minutes are more than any request takes, and clocks may differ a little.
const renewalMs = 5 * 60_000;

const answerTimeoutMs = 15_000;

const permissionsSchema = z.record(z.string(), z.string()).catch({});

const installationSchema = z.object({ id: z.number().int() });

function createInstallation({ id, privateKey }: GithubApp, host: GithubHost, organization: string): TokenSource {
  const octokit = new Octokit({
    baseUrl: host.restUrl,
    log: silentLog,
    retry: { enabled: false },
    throttle: { enabled: false },
    request: { fetch: fetchInTime },
  });
  const auth = createAppAuth({ appId: id, privateKey, request: octokit.request });
  let installationId: number | undefined;
  let current: Promise<InstallationToken> | undefined;
  let last = "";
  let grants: Grants | null = null;

  async function findInstallation(): Promise<number> {
    const { token } = await auth({ type: "app" });
    const headers = { authorization: `Bearer ${token}` };
    const { data } = await octokit.request("GET /orgs/{org}/installation", { org: organization, headers });
    return installationSchema.parse(data).id;
  }

  async function create(): Promise<InstallationToken> {
    try {
      installationId ??= await findInstallation();
      // Our own clock decides when it is renewed: octokit's cache keeps a token for 59 minutes, whatever its real life.
      const given = await auth({ type: "installation", installationId, refresh: true });
      const { token, createdAt, expiresAt } = given;
      grants = { kind: "permissions", permissions: permissionsSchema.parse(given.permissions) };
      const lifeMs = Date.parse(expiresAt) - Date.parse(createdAt);
      last = token;
      return { token, renewAtMs: Date.parse(expiresAt) - Math.min(renewalMs, lifeMs / 2) };
    } catch (error) {
      throw failureOfApp(error, { host: host.name, organization }, id);
    }
  }

  /** Everybody who asks meanwhile waits for the same new token. */
  function begin(): Promise<InstallationToken> {
    const making = create();
    current = making;
    making.catch(() => {
      if (current === making) current = undefined;
    });
    return making;
  }

  return {
    async read() {
      const known = await current;
      return (known !== undefined && Date.now() < known.renewAtMs ? known : await begin()).token;
    },
    async renew(refused) {
      const known = await current;
      return (known !== undefined && known.token !== refused ? known : await begin()).token;
    },
    grants: () => grants,
    redact: (text) => redactSecrets(text, last),
  };
}

const fetchInTime: typeof fetch = (address, options) =>
  fetch(address, { ...options, signal: AbortSignal.timeout(answerTimeoutMs) });

function failureOfApp(
  error: unknown,
  addressee: { readonly host: string; readonly organization: string },
  appId: string,
): AppError {
  // The key could not be used at all; what was thrown may quote it.
  if (!(error instanceof RequestError)) return appNotAccepted(addressee, appId, "the private key cannot be read");
  const cause = new Error(redactSecrets(error.message, "").slice(0, 200));
  if (error.response === undefined) return unreachable(addressee, error.cause, cause);
  if (error.status >= 500) return overloaded(addressee, "an installation token", `status ${error.status}`, cause);
  if (error.status === 404) return appNotInstalled(addressee, appId, cause);
  return appNotAccepted(addressee, appId, `status ${error.status}`, cause);
}
