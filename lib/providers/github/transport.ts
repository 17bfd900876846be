import { Octokit } from "octokit";
import { AppError } from "#lib/errors/app-error.ts";
import { tooSlow } from "./failure-words.ts";
import { type Addressee, type Failure, failureOfRequest, type Headers } from "./failures.ts";
import type { GithubHost } from "./hosts.ts";
import { silentLog } from "./silent-log.ts";
import type { TokenSource } from "./token-source.ts";

/** Answer is what came back, not yet looked at. */
export interface Answer {
  readonly data: unknown;
  readonly headers: Headers;
}

/** Sending is one request: an octokit route with its parameters, and in words what it asks for. */
export interface Sending {
  readonly route: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly subject: string;
  readonly timeoutMs: number;
}

/** Transport sends one request once. @throws only the signal's reason, and our own bugs. */
export type Transport = (sending: Sending, signal: AbortSignal) => Promise<Answer | Failure>;

interface TransportOptions {
  readonly host: GithubHost;
  readonly addressee: Addressee;
  readonly tokens: TokenSource;
  /** What tells these credentials from others, for a lane of their own; no secret. */
  readonly credentialsKey: string;
  readonly userAgent: string;
  readonly isThrottled: boolean;
}

/**
 * createTransport sets octokit up for an organization scanner. `isThrottled` keeps octokit's pace of one GraphQL query
 * a second, in a lane shared by all clients of the process with these credentials. A token that GitHub refuses is renewed
 * once, if it can be.
 *
 * octokit's own repetition is off: it repeats the identical query after a timeout, which costs points, it cannot be
 * stopped while it waits, and it does not see the limits of an Enterprise Server (reference: octokit behaviour).
 */
export function createTransport(options: TransportOptions): Transport {
  const octokit = createOctokit(options);
  const { addressee, tokens } = options;

  async function send(sending: Sending, token: string, signal: AbortSignal): Promise<Answer | Failure> {
    const { route, parameters, subject, timeoutMs } = sending;
    const exchange = startExchange(timeoutMs);
    const both = AbortSignal.any([signal, exchange.timeout]);
    const request = { fetch: exchange.fetch, signal: both, log: silentLog, parseSuccessResponseBody: false };
    try {
      const authorization = `Bearer ${token}`;
      const { headers } = await octokit.request(route, { ...parameters, headers: { authorization }, request });
      return { data: parseBody(exchange.text()), headers };
    } catch (error) {
      signal.throwIfAborted();
      if (exchange.timeout.aborted) return { kind: "overloaded", error: tooSlow(addressee, subject, timeoutMs) };
      return failureOfRequest(error, addressee, subject);
    } finally {
      exchange.clear();
    }
  }

  return async (sending, signal) => {
    try {
      const token = await tokens.read();
      const outcome = await send(sending, token, signal);
      if (!("kind" in outcome) || outcome.kind !== "unauthorized") return outcome;
      const renewed = await tokens.renew(token);
      return renewed === undefined ? outcome : await send(sending, renewed, signal);
    } catch (error) {
      // What the App was told when it asked for a token.
      if (!(error instanceof AppError)) throw error;
      return { kind: error.isRetryable ? "network" : "final", error };
    }
  };
}

function createOctokit({ host, credentialsKey, userAgent, isThrottled }: TransportOptions): Octokit {
  return new Octokit({
    baseUrl: host.restUrl,
    userAgent,
    log: silentLog,
    retry: { enabled: false },
    throttle: {
      enabled: isThrottled,
      // Without an id all clients of the process would share one lane, whatever their host and token.
      id: credentialsKey,
      onRateLimit: () => false,
      onSecondaryRateLimit: () => false,
    },
  });
}

/**
 * One request: its clock, which starts when the request leaves, not while octokit lets it wait for its turn, and the text
 * that came back.
 *
 * octokit gets no text that went well. It would take one that was cut on the way for an empty one, keep more copies of it,
 * and look at each value for large numbers, which takes ten times as long as reading it.
 */
function startExchange(timeoutMs: number) {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let text = "";
  const fetchInTime: typeof fetch = async (...request) => {
    timer = setTimeout(() => controller.abort(), timeoutMs);
    const response = await fetch(...request);
    text = await response.text();
    const { status, headers, body, ok } = response;
    return new Response(body === null ? null : ok ? "" : text, { status, headers });
  };
  return { fetch: fetchInTime, timeout: controller.signal, text: () => text, clear: () => clearTimeout(timer) };
}

/** A text that is no JSON, such as the page of a proxy, is handed on as it is: it is not like GitHub's. */
function parseBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
