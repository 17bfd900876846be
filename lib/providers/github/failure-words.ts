import { AppError } from "#lib/errors/app-error.ts";

interface Addressee {
  readonly host: string;
  readonly organization: string;
}

const scopes =
  "a classic token needs the scopes read:org and repo; a fine-grained one needs Metadata and Contents: read for the repositories and Members: read for the organization";

/** noToken is said before anything is asked. GitHub answers no GraphQL query without a token. */
export function noToken({ host }: Pick<Addressee, "host">): AppError {
  return new AppError(
    "unauthorized",
    `There is no token for ${host}. Set GITHUB_TOKEN to one: ${scopes}; or set GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY.`,
  );
}

/** appNotAccepted is a GitHub App whose proof of itself did not convince. */
export function appNotAccepted({ host }: Addressee, appId: string, how: string, cause?: Error): AppError {
  return new AppError(
    "unauthorized",
    `${host} gave the GitHub App ${appId} no token (${how}). Check GITHUB_APP_ID, GITHUB_APP_PRIVATE_KEY and this machine's clock.`,
    { cause },
  );
}

/** appNotInstalled is a GitHub App that the organization has not let in. */
export function appNotInstalled({ host, organization }: Addressee, appId: string, cause: Error): AppError {
  return new AppError(
    "not-found",
    `The GitHub App ${appId} is not installed in an organization ${organization} on ${host}. Check the name, or install the App there with Metadata and Contents: read for the repositories and Members: read for the organization.`,
    { cause },
  );
}

/** unauthorized is a token that is wrong, expired or revoked. */
export function unauthorized({ host }: Addressee, cause: Error): AppError {
  return new AppError(
    "unauthorized",
    `${host} refused the token (401): it is wrong, expired or revoked. Set GITHUB_TOKEN to a valid one; ${scopes}.`,
    { cause },
  );
}

/** noOrganization is an organization that does not exist, or that the token may not see: GitHub does not tell apart. */
export function noOrganization({ host, organization }: Addressee, cause?: Error): AppError {
  return new AppError(
    "not-found",
    `There is no organization ${organization} on ${host} that this token can see. Check the name and the token: ${scopes}.`,
    { cause },
  );
}

/** cursorRefused is a list that cannot go on where it was interrupted. */
export function cursorRefused({ host }: Addressee, subject: string): AppError {
  return new AppError(
    "conflict",
    `${host} no longer knows how far it had listed ${subject}. List them from the beginning: scan again.`,
    { isRetryable: true },
  );
}

/** notFound is a repository that is gone, or no longer the token's to see. */
export function notFound({ host }: Addressee, subject: string, cause: Error): AppError {
  return new AppError(
    "not-found",
    `${host} does not show ${subject} to this token: it was deleted or moved, or the token has no access to it. Give the token access, or scan again.`,
    { cause },
  );
}

/** forbidden is something that the token may know of, but not read. */
export function forbidden({ host }: Addressee, subject: string, cause: Error): AppError {
  return new AppError("forbidden", `${host} does not let this token read ${subject}. Widen the token: ${scopes}.`, {
    cause,
  });
}

/** singleSignOn is a classic token that was never authorized for an organization behind SAML. */
export function singleSignOn({ host, organization }: Addressee, cause: Error): AppError {
  return new AppError(
    "forbidden",
    `The organization ${organization} on ${host} demands single sign-on, and this token is not authorized for it. Open the token in GitHub's settings, choose "Configure SSO" and authorize ${organization}.`,
    { cause },
  );
}

/** primaryLimit is the hourly allowance, spent. `reset` is undefined when GitHub does not say when it comes back. */
export function primaryLimit({ host }: Addressee, reset: Date | undefined, cause: Error): AppError {
  const when = reset === undefined ? "within an hour" : `at ${reset.toISOString().slice(0, 16).replace("T", " ")} UTC`;
  return new AppError(
    "rate-limited",
    `The hourly request limit of this token on ${host} is used up; it starts anew ${when}. Scan again then.`,
    { cause, isRetryable: true, ...(reset === undefined ? {} : { context: { resetAt: reset.toISOString() } }) },
  );
}

/** secondaryLimit is GitHub's guard against bursts, when it asks for a longer wait than we are ready for. */
export function secondaryLimit({ host }: Addressee, waitMs: number, cause: Error): AppError {
  const waitSeconds = Math.ceil(waitMs / 1000);
  return new AppError(
    "rate-limited",
    `${host} asks to wait ${waitSeconds} seconds (secondary rate limit): too much was asked in a short time, here or by another program with this token. Scan again later.`,
    { cause, isRetryable: true, context: { waitSeconds } },
  );
}

/** overloaded is GitHub giving up on a request, in whichever of its ways: `how` says which. */
export function overloaded({ host }: Addressee, subject: string, how: string, cause: Error): AppError {
  return new AppError(
    "provider-unavailable",
    `${host} could not answer for ${subject} (${how}). It may be overloaded; scan again later.`,
    { cause, isRetryable: true },
  );
}

/** tooSlow is a request without an answer in our own time limit. */
export function tooSlow({ host }: Addressee, subject: string, timeoutMs: number): AppError {
  return new AppError(
    "timeout",
    `${host} did not answer for ${subject} within ${timeoutMs / 1000} seconds. Scan again later.`,
    { isRetryable: true },
  );
}

/** refused is a request that GitHub does not accept from us: a server that is too old, or our own mistake. */
export function refused({ host }: Addressee, how: string, cause: Error): AppError {
  return new AppError(
    "provider-unavailable",
    `${host} refused a request (${how}). A GitHub Enterprise Server may be too old for Flakeboard; update it, or report this.`,
    { cause },
  );
}

/** notLikeGithub is an answer that no GitHub gives: a proxy's page, another program, a wrong base URL. */
export function notLikeGithub({ host }: Addressee, cause?: Error): AppError {
  return new AppError(
    "provider-unavailable",
    `${host} did not answer like GitHub. Check GITHUB_API_URL (https://HOST/api/v3 for GitHub Enterprise Server) and any proxy between.`,
    { cause },
  );
}

/** notUnderstood is one repository of which GitHub says something that we do not know, such as a new visibility. */
export function notUnderstood({ host }: Addressee, subject: string): AppError {
  return new AppError(
    "provider-unavailable",
    `What ${host} says of ${subject} was not understood. Update Flakeboard, or report this.`,
  );
}

const networkWords: ReadonlyMap<string, string> = new Map([
  ["ECONNREFUSED", "the connection was refused"],
  ["ENOTFOUND", "its name could not be found"],
  ["EAI_AGAIN", "its name could not be looked up"],
  ["ECONNRESET", "the connection was cut"],
  ["UND_ERR_SOCKET", "the connection was cut"],
  ["EPIPE", "the connection was cut"],
  ["ETIMEDOUT", "the connection took too long"],
  ["UND_ERR_CONNECT_TIMEOUT", "the connection took too long"],
  ["EHOSTUNREACH", "there is no way to it from here"],
  ["ENETUNREACH", "there is no network"],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", "its certificate is not trusted here"],
  ["SELF_SIGNED_CERT_IN_CHAIN", "its certificate is not trusted here"],
  ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "its certificate is not trusted here"],
  ["UNABLE_TO_GET_ISSUER_CERT_LOCALLY", "its certificate is not trusted here"],
  ["CERT_HAS_EXPIRED", "its certificate has expired"],
  ["ERR_TLS_CERT_ALTNAME_INVALID", "its certificate is for another name"],
]);

/** unreachable is a network that gave no answer at all. The system's code is looked for in the chain of causes. */
export function unreachable({ host }: Addressee, error: unknown, cause: Error): AppError {
  const code = systemCode(error);
  const words = code === undefined ? "the network failed" : networkWords.get(code);
  const why = words === undefined ? `the network failed with ${code}` : words;
  return new AppError(
    "provider-unavailable",
    `${host} cannot be reached: ${why}. Check the network, GITHUB_API_URL and any proxy, then scan again.`,
    { cause, isRetryable: true, ...(code === undefined ? {} : { context: { code } }) },
  );
}

// Deeper chains are not made by Node; the bound keeps a circular one from hanging us.
const causeDepthMax = 5;

function systemCode(error: unknown): string | undefined {
  let at = error;
  for (let depth = 0; depth < causeDepthMax && at instanceof Error; depth += 1) {
    if ("code" in at && typeof at.code === "string") return at.code;
    at = at instanceof AggregateError ? at.errors[0] : at.cause;
  }
  return undefined;
}
