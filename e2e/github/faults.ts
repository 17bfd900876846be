/** Response is an answer as it goes over the wire. */
export interface Response {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A text as it is; anything else as JSON. */
  readonly body: unknown;
}

/**
 * Fault is one way in which GitHub fails.
 *
 * `respond` answers with something else, `hang` never answers, `reset` cuts the connection. `resource-limits` ends a
 * query after so many repositories, teams and git objects: the rest of the data is null, with an error at each place.
 * `field` fails one field (`Organization.teams`), of one repository or team only when `of` names it. `repository` hides
 * one repository, from GraphQL and REST.
 */
export type Fault =
  | { readonly kind: "respond"; readonly response: Response }
  | { readonly kind: "hang" }
  | { readonly kind: "reset" }
  | { readonly kind: "resource-limits"; readonly objects: number }
  | {
      readonly kind: "field";
      readonly field: string;
      readonly of?: string;
      readonly type?: string;
      readonly message: string;
    }
  | { readonly kind: "repository"; readonly name: string; readonly type: "FORBIDDEN" | "NOT_FOUND" };

/** EmulatedRequest is what a fault can be made to depend on. */
export interface EmulatedRequest {
  readonly kind: "graphql" | "rest";
  /** The name of the GraphQL operation, or the REST route: `trees`, `blobs`, … */
  readonly operation: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** How many nodes the query may return; 0 for REST. */
  readonly nodes: number;
}

/** PlannedFault is a fault with the requests that it strikes: all unless told, for ever unless told. */
export interface PlannedFault {
  readonly fault: Fault;
  readonly when?: (request: EmulatedRequest) => boolean;
  readonly times?: number;
}

/** FaultPlan gives the faults that strike a request, and counts them as spent. */
export type FaultPlan = (request: EmulatedRequest) => readonly Fault[];

/** createFaultPlan keeps count of how often each planned fault may still strike. */
export function createFaultPlan(planned: readonly PlannedFault[]): FaultPlan {
  const left = new Map(planned.map((it) => [it, it.times ?? Number.POSITIVE_INFINITY]));
  return (request) =>
    planned.flatMap((it) => {
      const times = left.get(it) ?? 0;
      if (times <= 0 || it.when?.(request) === false) return [];
      left.set(it, times - 1);
      return [it.fault];
    });
}

function respond(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Fault {
  return { kind: "respond", response: { status, body, headers } };
}

const html = { "content-type": "text/html; charset=utf-8" };

/** badGatewayHtml is what GitHub's front answers after ten seconds. */
export const badGatewayHtml = respond(502, "<html><head><title>502 Bad Gateway</title></head></html>", html);

/** badGatewayJson is the other body of the same. */
export const badGatewayJson = respond(502, { message: "Server Error" });

/** gatewayTimeout is the same with status 504. */
export const gatewayTimeout = respond(504, { message: "We couldn't respond to your request in time." });

/** somethingWentWrong is an overload that GitHub reports with status 200. */
export const somethingWentWrong = respond(200, {
  data: null,
  errors: [{ message: "Something went wrong while executing your query. Please include `ABCD:1234` when reporting." }],
});

/** resourceLimitsWithoutData is an exceeded resource limit that leaves nothing at all. */
export const resourceLimitsWithoutData = respond(200, {
  data: null,
  errors: [{ type: "RESOURCE_LIMITS_EXCEEDED", message: "Resource limits for this query exceeded." }],
});

/** graphqlPrimaryLimit is the hourly limit as GraphQL reports it; `resetAt` in Unix seconds. */
export function graphqlPrimaryLimit(resetAt: number): Fault {
  const body = { errors: [{ type: "RATE_LIMITED", message: "API rate limit exceeded for user ID 1." }] };
  return respond(200, body, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(resetAt) });
}

/** restPrimaryLimit is the hourly limit as REST reports it; `resetAt` in Unix seconds. */
export function restPrimaryLimit(resetAt: number): Fault {
  const body = { message: "API rate limit exceeded for user ID 1.", status: "403" };
  return respond(403, body, { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(resetAt) });
}

/** secondaryLimit is the guard against bursts. */
export function secondaryLimit(retryAfterSeconds: number): Fault {
  const body = { message: "You have exceeded a secondary rate limit. Please wait a few minutes before you try again." };
  return respond(403, body, { "retry-after": String(retryAfterSeconds) });
}

/** singleSignOn is a token that was not authorized for an organization behind SAML. */
export const singleSignOn = respond(
  403,
  { message: "Resource protected by organization SAML enforcement. You must grant your token access." },
  { "x-github-sso": "required; url=https://github.com/orgs/acme/sso?authorization_request=secret" },
);

/** notGithub is another program behind the address. */
export const notGithub = respond(200, "<html><title>Welcome to nginx!</title></html>", html);
