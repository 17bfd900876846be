import { type AppError, toAppError } from "#lib/errors/app-error.ts";
import { extractFacts } from "#lib/facts/extract-facts.ts";
import type { SnapshotFiles } from "#lib/facts/snapshot-files.ts";
import { wantedFiles } from "#lib/facts/wanted-files.ts";
import type { RepositoryFacts } from "#lib/model/facts.ts";
import type { Policy } from "#lib/model/policy.ts";
import type { Repository } from "#lib/model/repository.ts";
import type { FileText, TreeEntry } from "#lib/model/tree.ts";
import type { BlobRequest, SourceProvider } from "#lib/providers/source-provider.ts";
import { isNixPlausible } from "./nix-plausible.ts";

/** RepositoryToRead is a repository whose head commit is not known yet. */
export interface RepositoryToRead {
  readonly repository: Repository;
  readonly entries: readonly TreeEntry[];
  /** Its last snapshot had a flake. */
  readonly hadFlake: boolean;
}

/** RepositoryReading is what came of reading one repository. */
export type RepositoryReading =
  | { readonly status: "read"; readonly repository: Repository; readonly facts: RepositoryFacts }
  | { readonly status: "failed"; readonly repository: Repository; readonly error: AppError };

// One batch's files share their requests, and its texts are in memory together.
const batchSize = 50;

/**
 * readRepositories reads the facts of many repositories, batch by batch, in any order within a batch.
 * A repository that cannot be read is a failed reading. What stops the whole organization (token, limit, network)
 * is thrown.
 *
 * @param rolesByPath the roles that the organization's policy gives flakes by their folder.
 */
export async function* readRepositories(
  provider: SourceProvider,
  repositories: readonly RepositoryToRead[],
  signal: AbortSignal,
  rolesByPath: Policy["rolesByPath"] = [],
): AsyncIterable<RepositoryReading> {
  for (let start = 0; start < repositories.length; start += batchSize) {
    yield* readBatch(provider, repositories.slice(start, start + batchSize), signal, rolesByPath);
  }
}

interface Listing {
  readonly repository: Repository;
  /** Its tree was asked for; otherwise the inventory said enough. */
  readonly wasAsked: boolean;
  readonly entries: ReadonlyMap<string, TreeEntry>;
  readonly isComplete: boolean;
}

interface Unlisted {
  readonly repository: Repository;
  readonly error: AppError;
}

// One repository without an answer is its own trouble; when several are asked for and none is answered, it is an outage.
const unansweredMin = 3;

/** @throws the provider's error when it answered for none of the repositories that it was asked for. */
function throwOnOutage(listed: readonly (Listing | Unlisted)[]): void {
  const unanswered = listed.flatMap((one) =>
    "error" in one && one.error.code === "provider-unavailable" ? [one.error] : [],
  );
  const [error] = unanswered;
  if (error === undefined || unanswered.length < unansweredMin) return;
  if (!listed.some((one) => "wasAsked" in one && one.wasAsked)) throw error;
}

async function* readBatch(
  provider: SourceProvider,
  batch: readonly RepositoryToRead[],
  signal: AbortSignal,
  rolesByPath: Policy["rolesByPath"],
): AsyncIterable<RepositoryReading> {
  const listed = await Promise.all(batch.map((item) => list(provider, item, signal)));
  throwOnOutage(listed);
  const listings: Listing[] = [];
  for (const one of listed) {
    if ("error" in one) yield { status: "failed", ...one };
    else listings.push(one);
  }
  const requests = listings.flatMap(blobRequests);
  const { texts, failures } = await readTexts(provider, requests, signal);
  for (const { repository, entries, isComplete } of listings) {
    const error = failures.get(repository.providerId);
    if (error !== undefined) yield { status: "failed", repository, error };
    else {
      const ofRepository = texts.get(repository.providerId) ?? new Map<string, FileText>();
      yield analyze(repository, { entries, isComplete, texts: ofRepository, rolesByPath });
    }
  }
}

function analyze(repository: Repository, files: SnapshotFiles): RepositoryReading {
  try {
    return { status: "read", repository, facts: extractFacts(files) };
  } catch (error) {
    // Extraction is total for any content; if it is not, one repository shows it and the scan goes on.
    return { status: "failed", repository, error: toAppError(error) };
  }
}

async function list(
  provider: SourceProvider,
  { repository, entries, hadFlake }: RepositoryToRead,
  signal: AbortSignal,
): Promise<Listing | Unlisted> {
  if (!isNixPlausible(repository, entries, hadFlake)) {
    return { repository, wasAsked: false, entries: byPath(entries), isComplete: true };
  }
  try {
    const tree = await provider.readTree(repository, signal);
    return {
      repository,
      wasAsked: true,
      entries: byPath([...entries, ...tree.entries]),
      isComplete: !tree.isTruncated,
    };
  } catch (error) {
    return { repository, error: ofOneRepository(error) };
  }
}

function byPath(entries: readonly TreeEntry[]): ReadonlyMap<string, TreeEntry> {
  return new Map(entries.map((entry) => [entry.path, entry]));
}

function blobRequests({ repository, entries }: Listing): readonly BlobRequest[] {
  return wantedFiles(entries.values()).map((entry) => ({ repository, entry }));
}

interface Texts {
  /** By the repository's provider id, then by path. */
  readonly texts: ReadonlyMap<string, ReadonlyMap<string, FileText>>;
  readonly failures: ReadonlyMap<string, AppError>;
}

async function readTexts(
  provider: SourceProvider,
  requests: readonly BlobRequest[],
  signal: AbortSignal,
): Promise<Texts> {
  const texts = new Map<string, Map<string, FileText>>();
  const failures = new Map<string, AppError>();
  if (requests.length === 0) return { texts, failures };
  for await (const { request, outcome } of provider.readBlobs(requests, signal)) {
    const id = request.repository.providerId;
    if (outcome.status === "failed") {
      failures.set(id, ofOneRepository(outcome.error));
      continue;
    }
    const ofRepository = texts.get(id) ?? new Map<string, FileText>();
    texts.set(id, ofRepository.set(request.entry.path, outcome));
  }
  return { texts, failures };
}

/** ofOneRepository gives an error of one repository, which is its row. @throws one that will meet every repository. */
export function ofOneRepository(error: unknown): AppError {
  const appError = toAppError(error);
  if (["unauthorized", "rate-limited", "config", "interrupted"].includes(appError.code)) {
    throw appError;
  }
  return appError;
}
