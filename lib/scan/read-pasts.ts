import { type AppError, toAppError } from "#lib/errors/app-error.ts";
import type { SnapshotFiles } from "#lib/facts/snapshot-files.ts";
import { wantedFiles } from "#lib/facts/wanted-files.ts";
import type { RepositoryFacts } from "#lib/model/facts.ts";
import type { Instant } from "#lib/model/instant.ts";
import type { Policy } from "#lib/model/policy.ts";
import type { FileText, TreeEntry } from "#lib/model/tree.ts";
import type { HistoryReading, SourceProvider } from "#lib/providers/source-provider.ts";
import { type FilesOf, listFolders } from "./list-folders.ts";
import { pastFacts } from "./past-facts.ts";
import { type PastRegion, type PastRequest, pastRegion, rootRegion } from "./past-region.ts";
import { type PastVersion, pastVersions } from "./past-versions.ts";
import { readTexts, type WantedTexts } from "./read-texts.ts";

/** PastReading is what a repository held when, or why that could not be read. */
export type PastReading =
  | {
      readonly status: "read";
      readonly request: PastRequest;
      readonly snapshots: readonly PastSnapshot[];
      readonly isCut: boolean;
    }
  | { readonly status: "failed"; readonly request: PastRequest; readonly error: AppError };

/** PastSnapshot is one commit of the past with its facts. */
export type PastSnapshot = Pick<PastVersion, "commit" | "committedAt" | "validFrom" | "validTo"> & {
  readonly facts: RepositoryFacts;
};

/** PastScope is how far back pasts are read, and the roles that the organization's policy gives flakes by their folder. */
export type PastScope = { readonly since: Instant } & Pick<Policy, "rolesByPath">;

type ReadHistory = Extract<HistoryReading, { status: "read" }>;

/** A repository on its way: its commits are known, its files are not yet. */
interface Past {
  readonly request: PastRequest;
  readonly region: PastRegion;
  readonly versions: readonly PastVersion[];
  readonly isCut: boolean;
}

/**
 * readPasts reads the pasts of some repositories together, so that they share their requests: first which commits
 * touched what is measured, then the folders and the files that differ between them, each once.
 *
 * What fails of one repository is a failed reading; what stops the whole organization is thrown.
 */
export async function* readPasts(
  provider: SourceProvider,
  requests: readonly PastRequest[],
  { since, rolesByPath }: PastScope,
  signal: AbortSignal,
): AsyncGenerator<PastReading> {
  const failures = new Map<PastRequest, AppError>();
  const pasts = await readCommits(provider, requests, since, failures, signal);
  const filesOf = await listFolders(provider, pasts, failures, signal);
  const wanted = pasts.filter(({ request }) => !failures.has(request)).map((past) => wantedTexts(past, filesOf));
  for await (const { of: past, texts, error } of readTexts(provider, wanted, signal)) {
    const { request, isCut } = past;
    try {
      if (error !== null) throw error;
      yield { status: "read", request, snapshots: snapshotsOf(past, filesOf, texts, rolesByPath), isCut };
    } catch (error) {
      // Extraction is total for any content; if it is not, one repository shows it and the others go on.
      failures.set(request, toAppError(error));
    }
  }
  for (const [request, error] of failures) yield { status: "failed", request, error };
}

/** The commits of each repository; one that shows no Nix today but once had a flake is asked again for all of it. */
async function readCommits(
  provider: SourceProvider,
  requests: readonly PastRequest[],
  since: Instant,
  failures: Map<PastRequest, AppError>,
  signal: AbortSignal,
): Promise<readonly Past[]> {
  const pasts: Past[] = [];
  const askAgain: PastRequest[] = [];
  const keep = (request: PastRequest, region: PastRegion, history: ReadHistory): void => {
    const { createdAt } = request.repository;
    const versions = pastVersions(history, { since, createdAt, observedFrom: request.observedFrom });
    pasts.push({ request, region, versions, isCut: history.isCut });
  };
  const regionOf = (request: PastRequest) => (request.hasNix ? pastRegion(request.flakeDirectories) : rootRegion);
  for await (const { request, history } of ask(provider, requests, regionOf, since, failures, signal)) {
    if (!request.hasNix && history.commits.length > 0) askAgain.push(request);
    else keep(request, regionOf(request), history);
  }
  const region = pastRegion([]);
  for await (const { request, history } of ask(provider, askAgain, () => region, since, failures, signal)) {
    keep(request, region, history);
  }
  return pasts;
}

async function* ask(
  provider: SourceProvider,
  requests: readonly PastRequest[],
  regionOf: (request: PastRequest) => PastRegion,
  since: Instant,
  failures: Map<PastRequest, AppError>,
  signal: AbortSignal,
): AsyncGenerator<{ readonly request: PastRequest; readonly history: ReadHistory }> {
  if (requests.length === 0) return;
  const byId = new Map(requests.map((request) => [request.repository.providerId, request]));
  const asked = requests.map((request) => ({ repository: request.repository, paths: regionOf(request).paths, since }));
  for await (const { request: answered, reading } of provider.readHistory(asked, signal)) {
    const request = byId.get(answered.repository.providerId);
    if (request === undefined) continue;
    if (reading.status === "failed") failures.set(request, reading.error);
    else yield { request, history: reading };
  }
}

/** What is to be read of all versions, each object once; of a repository whose root alone is looked at nothing. */
function wantedTexts(past: Past, filesOf: FilesOf): WantedTexts<Past> {
  const entries = new Map<string, TreeEntry>();
  for (const version of isRootOnly(past) ? [] : past.versions) {
    for (const entry of wantedFiles(filesOf(past, version).values())) entries.set(entry.oid, entry);
  }
  return { of: past, repository: past.request.repository, entries: [...entries.values()] };
}

function isRootOnly({ region }: Pick<Past, "region">): boolean {
  return region === rootRegion;
}

/** The facts of each version; one that says the same as the one before it only makes that one last longer. */
function snapshotsOf(
  past: Past,
  filesOf: FilesOf,
  texts: ReadonlyMap<string, FileText>,
  rolesByPath: Policy["rolesByPath"],
): readonly PastSnapshot[] {
  const snapshots: PastSnapshot[] = [];
  let said = "";
  for (const version of past.versions) {
    const files = { ...snapshotFiles(filesOf(past, version), texts), rolesByPath };
    const facts = pastFacts(files, isRootOnly(past));
    const document = JSON.stringify(facts);
    const last = snapshots.at(-1);
    const { commit, committedAt, validFrom, validTo } = version;
    if (last !== undefined && document === said) snapshots[snapshots.length - 1] = { ...last, validTo };
    else snapshots.push({ commit, committedAt, validFrom, validTo, facts });
    said = document;
  }
  return snapshots;
}

function snapshotFiles(entries: ReadonlyMap<string, TreeEntry>, texts: ReadonlyMap<string, FileText>): SnapshotFiles {
  const byPath = [...entries].flatMap(([path, { oid }]) => {
    const text = texts.get(oid);
    return text === undefined ? [] : [[path, text] as const];
  });
  return { entries, isComplete: true, texts: new Map(byPath) };
}
