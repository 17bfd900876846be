import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { answerGraphql, readQuery } from "./answer-graphql.ts";
import { answerRest } from "./answer-rest.ts";
import { type Credentials, createCredentials, type EmulatedApp } from "./credentials.ts";
import { createFaultPlan, type EmulatedRequest, type Fault, type PlannedFault, type Response } from "./faults.ts";
import { type FolderReader, openFolder } from "./folder.ts";
import { createRate, pointsPerHourUsual, rateHeaders } from "./rate-limits.ts";
import { RequestLog } from "./request-log.ts";
import { readRestCall } from "./rest-call.ts";

/** EmulatorOptions say what is served, and how well. */
export interface EmulatorOptions {
  /** The folder whose children are git repositories, with an optional `teams.yml`; or what makes up an organization. */
  readonly folder: string | FolderReader;
  /** A free one unless told. */
  readonly port?: number;
  /** Tokens that are let in; any token unless told. Without a token nobody is. */
  readonly tokens?: readonly string[];
  /** A GitHub App that is let in as well, with tokens that it asks for. Without `tokens` nobody else is. */
  readonly app?: EmulatedApp;
  readonly faults?: readonly PlannedFault[];
  /** Where a tree is cut; 100,000 entries unless told. */
  readonly treeEntriesMax?: number;
  /** What the headers of each answer say of the token: its scopes, as of a classic one, and when it ends. */
  readonly tokenHeaders?: Readonly<Record<string, string>>;
  /** How many points GraphQL, and how many requests REST give in an hour; GitHub's own unless told. */
  readonly pointsPerHour?: number;
  /** An Enterprise Server without rate limits: no headers, and `rateLimit` is null. */
  readonly isEnterpriseServer?: boolean;
}

/** GithubEmulator is a running emulator. */
export interface GithubEmulator {
  /** The REST base; GraphQL is `/graphql` behind it. Behind `/api/v3` and `/api/graphql` it is an Enterprise Server's. */
  readonly url: string;
  readonly requests: RequestLog;
  /** Takes back every token that the App was given. */
  revokeTokens(): void;
  close(): Promise<void>;
}

const requestBytesMax = 10 * 1024 * 1024;

/**
 * startGithubEmulator serves a folder of git repositories as GitHub serves an organization, on this machine only.
 * Every GraphQL query is executed against GitHub's published schema, so that a field that does not exist fails.
 */
export async function startGithubEmulator(options: EmulatorOptions): Promise<GithubEmulator> {
  const requests = new RequestLog();
  const credentials = createCredentials(options.tokens, options.app);
  const answer = createAnswering(options, requests, credentials);
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      send(response, { status: 500, body: { message: `The emulator failed: ${message}` } });
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    revokeTokens: credentials.revoke,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

function createAnswering(options: EmulatorOptions, requests: RequestLog, credentials: Credentials) {
  const { folder, faults = [], treeEntriesMax = 100_000, isEnterpriseServer = false, tokenHeaders = {} } = options;
  const { pointsPerHour = pointsPerHourUsual } = options;
  const readFolder = typeof folder === "string" ? openFolder(folder) : folder;
  const plan = createFaultPlan(faults);
  const rates = { graphql: createRate(pointsPerHour), core: createRate(pointsPerHour) };

  async function answerQuery(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const query = readQuery(await readBody(message));
    if ("refusal" in query) {
      requests.add({ kind: "graphql", operation: "refused", status: query.refusal.status, cost: 1, texts: 0 });
      return send(response, query.refusal);
    }
    const { request, measure } = query;
    const struck = plan(request);
    const log = (status: number, cost = 0, texts = 0) =>
      requests.add({ kind: "graphql", operation: request.operation, status, cost, texts });
    if (strike(struck, response, log)) return;
    const rate = isEnterpriseServer ? null : rates.graphql.spend(measure.cost);
    const answered = await answerGraphql(query, await readFolder(), struck, rate);
    log(200, measure.cost, answered.texts);
    send(response, answered.response, { ...tokenHeaders, ...(rate === null ? {} : rateHeaders("graphql", rate)) });
  }

  async function answerPath(url: URL, response: ServerResponse): Promise<void> {
    const call = readRestCall(url);
    const operation = call?.operation ?? url.pathname;
    const request: EmulatedRequest = { kind: "rest", operation, variables: { ...call }, nodes: 0 };
    const struck = plan(request);
    const log = (status: number, texts = 0) => requests.add({ kind: "rest", operation, status, cost: 0, texts });
    if (strike(struck, response, log)) return;
    const answered =
      call === undefined
        ? { status: 404, body: { message: "Not Found" } }
        : await answerRest(call, await readFolder(), struck, treeEntriesMax);
    log(answered.status, Number(operation === "blobs" && answered.status === 200));
    send(response, answered, isEnterpriseServer ? {} : rateHeaders("core", rates.core.spend(1)));
  }

  return async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(message.url ?? "/", "http://127.0.0.1");
    url.pathname = url.pathname.replace(/^\/api\/(v3(?=\/)|(?=graphql$))/, "").replace(/^(?!\/)/, "/");
    const { method = "", headers } = message;
    const { authorization = "" } = headers;
    const toApp = credentials.answerApp(method, url, authorization);
    const answered = toApp ?? credentials.refuse(authorization);
    if (answered !== undefined) {
      const operation = toApp === undefined ? "401" : "app";
      const kind = url.pathname === "/graphql" ? "graphql" : "rest";
      requests.add({ kind, operation, status: answered.status, cost: 0, texts: 0 });
      return send(response, answered);
    }
    if (url.pathname === "/graphql" && method === "POST") return await answerQuery(message, response);
    if (method === "GET") return await answerPath(url, response);
    return send(response, { status: 404, body: { message: "Not Found" } });
  };
}

/** Lets a fault of the connection or of the whole answer strike, and says whether one did. */
function strike(faults: readonly Fault[], response: ServerResponse, log: (status: number) => void): boolean {
  for (const fault of faults) {
    if (fault.kind === "respond") send(response, fault.response);
    else if (fault.kind === "reset") response.destroy();
    else if (fault.kind !== "hang") continue;
    log(fault.kind === "respond" ? fault.response.status : 0);
    return true;
  }
  return false;
}

function send(
  response: ServerResponse,
  { status, headers, body }: Response,
  more: Readonly<Record<string, string>> = {},
): void {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", ...more, ...headers });
  response.end(text);
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    chunks.push(Buffer.from(chunk));
    length += chunks.at(-1)?.length ?? 0;
    if (length > requestBytesMax) break;
  }
  return Buffer.concat(chunks).toString("utf8");
}
