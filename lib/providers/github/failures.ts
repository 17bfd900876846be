import { RequestError } from "octokit";
import type { AppError } from "#lib/errors/app-error.ts";
import {
  forbidden,
  notFound,
  notLikeGithub,
  overloaded,
  primaryLimit,
  refused,
  secondaryLimit,
  singleSignOn,
  unauthorized,
  unreachable,
} from "./failure-words.ts";
import { errorBodySchema, type GraphqlError, isRefusedCursor, isResourceLimit } from "./wire/answer.ts";

/** Addressee is who was asked: what a failure is put into words with. */
export interface Addressee {
  /** For people: `github.com`. */
  readonly host: string;
  readonly organization: string;
  /** Takes the tokens in use out of a text that others wrote. */
  readonly redact: (text: string) => string;
}

/**
 * Failure is a request that gave no answer, by what can be done about it: ask for less or later (`overloaded`), ask
 * again and for less in the end (`cut`: somebody was reached), ask again (`network`: nobody was), ask again after
 * `waitMs` (`secondary-limit`, and `primary-limit` when the hour is over), nothing for this subject (`refused`), or
 * nothing at all for this organization (`unauthorized`, which a new token may mend, and `final`).
 */
export type Failure =
  | { readonly kind: "overloaded" | "network" | "cut" | "refused" | "unauthorized" | "final"; readonly error: AppError }
  | { readonly kind: "secondary-limit" | "primary-limit"; readonly error: AppError; readonly waitMs: number };

/** Headers are those of an answer, in lower case, as octokit gives them. */
export type Headers = Readonly<Record<string, string | number | undefined>>;

// 404 deleted or hidden, 409 emptied, 410 switched off, 451 taken down by law.
const goneStatuses: ReadonlySet<number> = new Set([404, 409, 410, 451]);

// GitHub's advice where `retry-after` is missing (reference: rate limits, secondary).
const secondaryWaitMsDefault = 60_000;

const hourMs = 3_600_000;

/**
 * failureOfRequest judges what octokit threw when it asked for `subject`, such as "acme/website".
 * What is no RequestError of octokit is our own bug and thrown again.
 */
export function failureOfRequest(error: unknown, addressee: Addressee, subject: string): Failure {
  if (!(error instanceof RequestError)) throw error;
  const cause = harmless(error, addressee);
  if (error.response === undefined) return failureOfConnection(unreachable(addressee, error.cause, cause));

  const { status } = error;
  const { data, headers } = error.response;
  const said = errorBodySchema.safeParse(data).data?.message ?? "";
  if (status === 401) return { kind: "unauthorized", error: unauthorized(addressee, cause) };
  if (status >= 500) return { kind: "overloaded", error: overloaded(addressee, subject, `status ${status}`, cause) };
  if (status === 403 || status === 429) {
    const isNamedLimit = status === 429 || headers["x-ratelimit-remaining"] === "0";
    const limit = failureOfLimit(said, isNamedLimit, headers, addressee, cause);
    if (limit !== undefined) return limit;
    const needsSignOn = headers["x-github-sso"] !== undefined || isSignOn(said);
    if (needsSignOn) return { kind: "final", error: singleSignOn(addressee, cause) };
  }
  // Every refusal of GitHub has a JSON body with a message; one without comes from somebody else.
  if (said === "") return { kind: "final", error: notLikeGithub(addressee, cause) };
  if (status === 403) return { kind: "refused", error: forbidden(addressee, subject, cause) };
  if (goneStatuses.has(status)) return { kind: "refused", error: notFound(addressee, subject, cause) };
  return { kind: "refused", error: refused(addressee, `status ${status}`, cause) };
}

// A connection that stood and was let go. A name, an address or a certificate stays wrong, whatever is asked for.
const cutCodes: ReadonlySet<unknown> = new Set(["ECONNRESET", "EPIPE", "UND_ERR_SOCKET"]);

function failureOfConnection(error: AppError): Failure {
  return { kind: cutCodes.has(error.context.code) ? "cut" : "network", error };
}

/** failureOfGraphql judges an answer of status 200 by its errors: undefined when there are none, or data to be used. */
export function failureOfGraphql(
  errors: readonly GraphqlError[],
  isWithoutData: boolean,
  headers: Headers,
  addressee: Addressee,
  subject: string,
): Failure | undefined {
  for (const error of errors) {
    const cause = harmless(error, addressee);
    const limit = failureOfLimit(error.message, error.type === "RATE_LIMITED", headers, addressee, cause);
    if (limit !== undefined) return limit;
  }
  const overload = errors.find(isOverload);
  const [worst] = overload === undefined ? errors : [overload];
  // Whoever asked knows whether it can begin anew.
  if (!isWithoutData || worst === undefined || isRefusedCursor(worst)) return undefined;
  return { kind: overload === undefined ? "final" : "overloaded", error: errorOfGraphql(worst, addressee, subject) };
}

/** errorOfGraphql puts one error of a GraphQL answer into words, for the organization or one repository. */
export function errorOfGraphql(error: GraphqlError, addressee: Addressee, subject: string): AppError {
  const cause = harmless(error, addressee);
  if (isSignOn(error.message)) return singleSignOn(addressee, cause);
  if (error.type === "NOT_FOUND") return notFound(addressee, subject, cause);
  if (error.type === "FORBIDDEN" || error.type === "INSUFFICIENT_SCOPES") return forbidden(addressee, subject, cause);
  if (isOverload(error)) return overloaded(addressee, subject, "the query became too expensive", cause);
  return refused(addressee, `"${cause.message}"`, cause);
}

const messageLengthMax = 200;

function isOverload(error: GraphqlError): boolean {
  if (isResourceLimit(error) || error.type === "SERVICE_UNAVAILABLE") return true;
  return /something went wrong while executing|timed? ?out/i.test(error.message);
}

function isSignOn(message: string): boolean {
  return /\bSAML\b|single sign-on/i.test(message);
}

function failureOfLimit(
  message: string,
  isNamedLimit: boolean,
  headers: Headers,
  addressee: Addressee,
  cause: Error,
): Failure | undefined {
  const retryAfterSeconds = Number(headers["retry-after"]);
  const hasRetryAfter = headers["retry-after"] !== undefined && retryAfterSeconds >= 0;
  if (/secondary rate limit|abuse detection/i.test(message) || (isNamedLimit && hasRetryAfter)) {
    const waitMs = hasRetryAfter ? retryAfterSeconds * 1000 : secondaryWaitMsDefault;
    return { kind: "secondary-limit", waitMs, error: secondaryLimit(addressee, waitMs, cause) };
  }
  if (isNamedLimit || /API rate limit (already )?exceeded/i.test(message)) {
    const reset = resetAt(headers);
    const waitMs = reset === undefined ? hourMs : Math.max(0, reset.getTime() - Date.now());
    return { kind: "primary-limit", waitMs, error: primaryLimit(addressee, reset, cause) };
  }
  return undefined;
}

/** The moment when the limit starts anew, or undefined when GitHub does not say. */
function resetAt(headers: Headers): Date | undefined {
  const seconds = Number(headers["x-ratelimit-reset"]);
  const moment = new Date(seconds * 1000);
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}

/** octokit's errors carry the whole request, and others wrote the message; only a short text of it may reach a log. */
function harmless(error: { readonly message: string }, { redact }: Addressee): Error {
  return new Error(redact(error.message).replace(/\s+/g, " ").slice(0, messageLengthMax));
}
