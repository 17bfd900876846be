import type { AppError } from "#lib/errors/app-error.ts";
import type { Grants } from "#lib/model/grants.ts";
import type { ApiResource, RateLimit } from "#lib/model/rate-limit.ts";
import type { RequestBudget } from "../request-budget.ts";
import type { Usage } from "../source-provider.ts";
import type { TooHeavy } from "./ask-smaller.ts";
import { notLikeGithub } from "./failure-words.ts";
import { type Addressee, type Failure, failureOfGraphql } from "./failures.ts";
import type { GithubHost } from "./hosts.ts";
import { createLane } from "./lane.ts";
import { createMeter } from "./meter.ts";
import { pause } from "./pause.ts";
import { readGrants } from "./read-grants.ts";
import { readRateLimit } from "./read-rate-limit.ts";
import type { TokenSource } from "./token-source.ts";
import { type Answer, createTransport, type Sending } from "./transport.ts";
import { type GraphqlError, graphqlAnswerSchema } from "./wire/answer.ts";

/** Patience is how long to wait for GitHub, and how often to ask again. */
export interface Patience {
  /** For one GraphQL answer. GitHub itself gives up after 10 s. */
  readonly graphqlTimeoutMs: number;
  /** For one REST answer; the largest tree has 7 MB. */
  readonly restTimeoutMs: number;
  /** Pause before the second attempt; four times as long before the third. */
  readonly retryPauseMs: number;
  /** The longest wait that GitHub may ask for (secondary limit); beyond it the request fails as `rate-limited`. */
  readonly limitWaitMsMax: number;
  /** The longest wait for an hourly limit that is spent to start anew; beyond it the request fails as `rate-limited`. */
  readonly resetWaitMsMax: number;
}

interface ClientOptions {
  readonly host: GithubHost;
  readonly organization: string;
  readonly tokens: TokenSource;
  readonly credentialsKey: string;
  readonly budget: RequestBudget;
  readonly userAgent: string;
  readonly isThrottled: boolean;
  readonly patience: Patience;
}

/** QueryOutcome is data, with the errors that tell what is missing of it, or the news that this was too much to ask. */
type QueryOutcome =
  | { readonly status: "answered"; readonly data: unknown; readonly errors: readonly GraphqlError[] }
  | TooHeavy;

/** GetOutcome is a body, not yet looked at, or why this path alone could not be read. */
type GetOutcome =
  | { readonly status: "answered"; readonly body: unknown }
  | { readonly status: "failed"; readonly error: AppError };

/** GithubClient asks one GitHub with one token. Failures of the whole organization are thrown as AppError. */
export interface GithubClient {
  readonly addressee: Addressee;
  readonly patience: Patience;
  /**
   * Asks one GraphQL query, one at a time. `subject` names in words what is asked for. What a smaller query might mend
   * (502, 504, no answer in time, "Something went wrong", an exceeded resource limit) is `too-heavy`, never repeated;
   * so is what was cut on its way three times.
   */
  query(query: string, variables: Variables, subject: string, signal: AbortSignal): Promise<QueryOutcome>;
  /** Asks one REST path, such as `GET /repos/{owner}/{repo}`; overload is asked again first. */
  get(route: `GET /${string}`, variables: Variables, subject: string, signal: AbortSignal): Promise<GetOutcome>;
  usage(): Usage;
  /** What the credentials may do, as the last answer told; null before the first. */
  grants(): Grants | null;
}

type Variables = Readonly<Record<string, unknown>>;

interface Answered<Value> {
  readonly status: "answered";
  readonly value: Value;
}

// What fails three times, with the waits that were asked for between, is not a burst of ours.
const attemptsMax = 3;

/**
 * createGithubClient asks with patience: lost connections are tried again, waits that GitHub demands are kept, and each
 * request leaves only when the budget admits it. One GraphQL query is in flight at a time, since GitHub counts response
 * time as CPU time and allows 60 s of it a minute (reference: secondary limits).
 */
export function createGithubClient(options: ClientOptions): GithubClient {
  const { host, organization, tokens, budget, patience } = options;
  const addressee: Addressee = { host: host.name, organization, redact: tokens.redact };
  const send = createTransport({ ...options, addressee });
  const persist = createPersistence(patience, budget);
  const meter = createMeter();
  const lane = createLane();
  let grants: Grants | null = null;

  async function sendWithin(resource: ApiResource, sending: Sending, signal: AbortSignal): Promise<Answer | Failure> {
    const settle = await budget.admit(resource, signal);
    let limit: RateLimit | null = null;
    try {
      const response = await send(sending, signal);
      if (!("kind" in response)) {
        limit = readRateLimit(response.headers);
        grants = tokens.grants() ?? readGrants(response.headers);
      }
      return response;
    } finally {
      await settle(limit);
    }
  }

  async function askGraphql(query: string, variables: Variables, subject: string, signal: AbortSignal) {
    const parameters = { query, variables };
    const timeoutMs = patience.graphqlTimeoutMs;
    const sending = { route: `POST ${host.graphqlUrl}`, parameters, subject, timeoutMs };
    const response = await sendWithin("graphql", sending, signal);
    meter.countGraphql(response);
    return "kind" in response ? response : readGraphql(response, addressee, subject);
  }

  async function askRest(route: string, parameters: Variables, subject: string, signal: AbortSignal) {
    const sending = { route, parameters, subject, timeoutMs: patience.restTimeoutMs };
    const response = await sendWithin("rest", sending, signal);
    meter.countRest();
    return "kind" in response ? response : ({ status: "answered", value: response.data } as const);
  }

  return {
    addressee,
    patience,
    async query(query, variables, subject, signal) {
      const ask = () => askGraphql(query, variables, subject, signal);
      const outcome = await lane(() => persist("graphql", ask, ["network", "cut"], signal), signal);
      if ("status" in outcome) return { status: "answered", ...outcome.value };
      if (outcome.kind === "overloaded") return { status: "too-heavy", error: outcome.error };
      if (outcome.kind === "cut") return { status: "too-heavy", error: outcome.error, wasRepeated: true };
      // GraphQL says what it does not find in its answer; a status 404 means that nobody is there to be asked.
      const isNobody = outcome.kind === "refused" && outcome.error.code === "not-found";
      throw isNobody ? notLikeGithub(addressee) : outcome.error;
    },
    async get(route, variables, subject, signal) {
      const ask = () => askRest(route, variables, subject, signal);
      const outcome = await persist("rest", ask, ["network", "cut", "overloaded"], signal);
      if ("status" in outcome) return { status: "answered", body: outcome.value };
      const ofPath: readonly Failure["kind"][] = ["refused", "overloaded", "cut"];
      if (ofPath.includes(outcome.kind)) return { status: "failed", error: outcome.error };
      throw outcome.error;
    },
    usage: meter.usage,
    grants: () => grants,
  };
}

function readGraphql(
  { data: body, headers }: Answer,
  addressee: Addressee,
  subject: string,
): Answered<{ readonly data: unknown; readonly errors: readonly GraphqlError[] }> | Failure {
  const answer = graphqlAnswerSchema.safeParse(body);
  if (!answer.success) return { kind: "final", error: notLikeGithub(addressee, answer.error) };
  const data = answer.data.data ?? null;
  const errors = answer.data.errors ?? [];
  const failure = failureOfGraphql(errors, data === null, headers, addressee, subject);
  return failure ?? { status: "answered", value: { data, errors } };
}

/**
 * Runs one attempt after the other until there is an answer, or a failure that is not among those to repeat. What was
 * cut on its way before or after says nothing of a limit, so that the two are counted apart.
 */
function createPersistence({ retryPauseMs, limitWaitMsMax, resetWaitMsMax }: Patience, budget: RequestBudget) {
  return async <Value>(
    resource: ApiResource,
    attempt: () => Promise<Answered<Value> | Failure>,
    repeated: readonly Failure["kind"][],
    signal: AbortSignal,
  ): Promise<Answered<Value> | Failure> => {
    let waits = 0;
    let faults = 0;
    for (;;) {
      const outcome = await attempt();
      if ("status" in outcome) return outcome;
      if (outcome.kind === "secondary-limit" || outcome.kind === "primary-limit") {
        waits += 1;
        if (waits === attemptsMax) return outcome;
        const isSecondary = outcome.kind === "secondary-limit";
        if (outcome.waitMs > (isSecondary ? limitWaitMsMax : resetWaitMsMax)) return outcome;
        // The secondary limit is shared by GraphQL and REST; the hourly ones are counted apart.
        const until = new Date(Date.now() + outcome.waitMs).toISOString();
        await budget.pause(until, isSecondary ? "all" : resource);
      } else {
        faults += 1;
        if (faults === attemptsMax || !repeated.includes(outcome.kind)) return outcome;
        await pause(retryPauseMs * faults ** 2, signal);
      }
    }
  };
}
