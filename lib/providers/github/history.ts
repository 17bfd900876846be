import type { AppError } from "#lib/errors/app-error.ts";
import type { Instant } from "#lib/model/instant.ts";
import { fullName, type Repository } from "#lib/model/repository.ts";
import { orderHistory } from "../order-history.ts";
import {
  type FolderRequest,
  type FolderResult,
  type HistoryCommit,
  type HistoryRequest,
  type HistoryResult,
  historyCommitsMax,
} from "../source-provider.ts";
import { type AliasedField, askAliased } from "./ask-aliased.ts";
import type { GithubClient } from "./client.ts";
import { type AdaptiveSize, createAdaptiveSize } from "./paging.ts";
import { readInPieces, type Settled } from "./read-in-pieces.ts";
import {
  commitField,
  commitFieldSchema,
  commitFields,
  folderField,
  folderFieldSchema,
  historyField,
  historyFieldSchema,
} from "./wire/history.ts";

/** HistorySizes are how much of the past to ask for at once, remembered from one reading to the next. */
export interface HistorySizes {
  readonly paths: AdaptiveSize;
  readonly commits: AdaptiveSize;
  readonly folders: AdaptiveSize;
}

/** createHistorySizes starts where answers stay within some megabytes. */
export function createHistorySizes(): HistorySizes {
  return {
    // A path has some fifteen commits in eighteen months, a root some forty entries: fifty are an answer of 3 MB, which
    // stands in memory as bytes, as text and as values at the same time.
    paths: createAdaptiveSize(50),
    commits: createAdaptiveSize(60, 100),
    folders: createAdaptiveSize(80, 160),
  };
}

/** PathHistory is the history of one path, page by page. */
interface PathHistory {
  readonly repository: Repository;
  readonly path: string;
  readonly since: Instant;
  readonly after: string | null;
  /** The root of the head is asked for as well: once for each repository, with its first path. */
  readonly isRootWanted: boolean;
  /** What the pages before had, newest first. */
  readonly commits: readonly HistoryCommit[];
}

interface RepositoryPast {
  readonly request: HistoryRequest;
  /** Null when it is empty, or failed. */
  readonly head: HistoryCommit | null;
  readonly commits: readonly HistoryCommit[];
  readonly isCut: boolean;
}

/** readHistory reads the past of many repositories, the histories of many paths in each query. */
export async function* readHistory(
  client: GithubClient,
  sizes: HistorySizes,
  requests: readonly HistoryRequest[],
  signal: AbortSignal,
): AsyncGenerator<HistoryResult> {
  signal.throwIfAborted();
  const failures = new Map<HistoryRequest, AppError>();
  const pasts = await readPaths(client, sizes, requests, failures, signal);
  const before = await readBefore(client, sizes, pasts, failures, signal);
  for (const { request, commits, isCut } of pasts) {
    if (failures.has(request)) continue;
    yield { request, reading: { status: "read", commits, before: before.get(request) ?? null, isCut } };
  }
  for (const [request, error] of failures) yield { request, reading: { status: "failed", error } };
}

async function readPaths(
  client: GithubClient,
  sizes: HistorySizes,
  requests: readonly HistoryRequest[],
  failures: Map<HistoryRequest, AppError>,
  signal: AbortSignal,
): Promise<readonly RepositoryPast[]> {
  const read = new Map<HistoryRequest, PathHistory[]>(requests.map((request) => [request, []]));
  const requestOf = new Map<PathHistory, HistoryRequest>();
  let waiting = requests.flatMap((request) =>
    request.repository.headCommit === null ? [] : begin(request, requestOf),
  );
  const heads = new Map<HistoryRequest, HistoryCommit>();
  while (waiting.length > 0) {
    const further: PathHistory[] = [];
    for await (const { item, outcome } of ask(client, sizes.paths, pathHistory, waiting, signal)) {
      const request = requestOf.get(item);
      if (request === undefined) continue;
      if (outcome.status === "failed") {
        failures.set(request, outcome.error);
        continue;
      }
      const { head, commits, next } = outcome.value;
      if (head !== null) heads.set(request, head);
      const history = { ...item, commits: [...item.commits, ...commits], after: next, isRootWanted: false };
      requestOf.set(history, request);
      const isDone = history.after === null || history.commits.length >= historyCommitsMax;
      if (isDone) read.get(request)?.push(history);
      else further.push(history);
    }
    waiting = further;
  }
  return [...read].map(([request, histories]) => ({
    request,
    head: heads.get(request) ?? null,
    commits: orderHistory(histories.map(({ commits }) => commits)),
    isCut: histories.some(({ after }) => after !== null),
  }));
}

function begin(request: HistoryRequest, requestOf: Map<PathHistory, HistoryRequest>): readonly PathHistory[] {
  const { repository, paths, since } = request;
  return paths.map((path, index) => {
    const history: PathHistory = { repository, path, since, after: null, isRootWanted: index === 0, commits: [] };
    requestOf.set(history, request);
    return history;
  });
}

/** What stood before each first commit: its first parent, or the head of a repository in which nothing was touched. */
async function readBefore(
  client: GithubClient,
  sizes: HistorySizes,
  pasts: readonly RepositoryPast[],
  failures: Map<HistoryRequest, AppError>,
  signal: AbortSignal,
): Promise<ReadonlyMap<HistoryRequest, HistoryCommit>> {
  const before = new Map<HistoryRequest, HistoryCommit>();
  const wanted: BegunPast[] = [];
  for (const { request, head, commits } of pasts) {
    const [oldest] = commits;
    if (failures.has(request)) continue;
    if (oldest !== undefined) wanted.push({ request, oldest });
    else if (head !== null) before.set(request, head);
  }
  for await (const { item, outcome } of ask(client, sizes.commits, commitBefore, wanted, signal)) {
    if (outcome.status === "failed") failures.set(item.request, outcome.error);
    else if (outcome.value !== null) before.set(item.request, outcome.value);
  }
  return before;
}

/** readFolders lists many folders in each query. */
export async function* readFolders(
  client: GithubClient,
  sizes: HistorySizes,
  requests: readonly FolderRequest[],
  signal: AbortSignal,
): AsyncGenerator<FolderResult> {
  signal.throwIfAborted();
  for await (const { item, outcome } of ask(client, sizes.folders, folder, requests, signal)) {
    if (outcome.status === "failed") yield { request: item, outcome };
    else if (outcome.value === null) yield { request: item, outcome: { status: "missing" } };
    else {
      const entries = outcome.value.map((entry) => ({ ...entry, path: `${item.entry.path}/${entry.path}` }));
      yield { request: item, outcome: { status: "listed", entries } };
    }
  }
}

/** A past that begins with a commit, of which something may have stood before. */
interface BegunPast {
  readonly request: HistoryRequest;
  readonly oldest: HistoryCommit;
}

function ask<Item, Value>(
  client: GithubClient,
  size: AdaptiveSize,
  field: AliasedField<Item, Value>,
  items: readonly Item[],
  signal: AbortSignal,
): AsyncGenerator<Settled<Item, Value>> {
  const reader = {
    size,
    pauseMs: client.patience.retryPauseMs,
    ask: (piece: readonly Item[]) => askAliased(client, field, piece, signal),
  };
  return readInPieces(items, reader, signal);
}

const ofRepository = { owner: "String!", name: "String!" };

const pathHistory = {
  operation: "History",
  field: historyField,
  fragments: commitFields,
  types: {
    ...ofRepository,
    commit: "GitObjectID!",
    path: "String!",
    since: "GitTimestamp!",
    after: "String",
    isRootWanted: "Boolean!",
  },
  schema: historyFieldSchema,
  variablesOf: ({ repository, path, since, after, isRootWanted }: PathHistory) => ({
    ...nameOf(repository),
    commit: repository.headCommit,
    path,
    since,
    after,
    isRootWanted,
  }),
  subjectOf: ({ repository }: PathHistory) => `the history of ${fullName(repository)}`,
};

const commitBefore = {
  operation: "CommitsBefore",
  field: commitField,
  fragments: commitFields,
  types: { ...ofRepository, expression: "String!" },
  schema: commitFieldSchema,
  variablesOf: ({ request: { repository }, oldest }: BegunPast) => ({
    ...nameOf(repository),
    expression: `${oldest.commit}^`,
  }),
  subjectOf: ({ request }: BegunPast) => `the history of ${fullName(request.repository)}`,
};

const folder = {
  operation: "Folders",
  field: folderField,
  fragments: "",
  types: { ...ofRepository, oid: "GitObjectID!" },
  schema: folderFieldSchema,
  variablesOf: ({ repository, entry }: FolderRequest) => ({ ...nameOf(repository), oid: entry.oid }),
  subjectOf: ({ repository }: FolderRequest) => `the folders of ${fullName(repository)}`,
};

function nameOf({ owner, name }: Repository) {
  return { owner, name };
}
