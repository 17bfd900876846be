import type { AppError } from "#lib/errors/app-error.ts";
import { fullName } from "#lib/model/repository.ts";
import type { FileText } from "#lib/model/tree.ts";
import { fileTextOf } from "../file-text.ts";
import { type BlobRequest, type BlobResult, textSizeBytesMax } from "../source-provider.ts";
import type { GithubClient } from "./client.ts";
import { notLikeGithub } from "./failure-words.ts";
import { type GraphqlText, graphqlTextBytesMax, judgeBlob } from "./judge-blob.ts";
import type { AdaptiveSize } from "./paging.ts";
import { type PieceAnswer, readInPieces } from "./read-in-pieces.ts";
import { aliasesSchema, blobsQuery, restBlobSchema } from "./wire/blob.ts";

/** blobsPerQuery is how many texts to ask for at first (reference: call budget). */
export const blobsPerQuery = 20;

/** blobsPerQueryMax is how many to ask for where the server bears it: an object by its id is cheap to find. */
export const blobsPerQueryMax = 150;

// 2 MB of text come well within GitHub's ten seconds; twenty of the largest texts that GraphQL gives may not.
const bytesPerQueryMax = 2_000_000;

/** SharedBlob is one text, asked for on behalf of one request; the others want the same object id. */
interface SharedBlob {
  readonly asked: BlobRequest;
  readonly others: readonly BlobRequest[];
}

type BlobOutcome = FileText | { readonly status: "failed"; readonly error: AppError };

/**
 * readBlobs reads file texts by object id, many per query across repositories, each distinct one once however many
 * requests name it. What GraphQL cuts, or does not give byte for byte, is read through REST.
 *
 * Symlinks, submodules and folders are `missing` and known large files `too-large`, without being asked for.
 */
export async function* readBlobs(
  client: GithubClient,
  size: AdaptiveSize,
  requests: readonly BlobRequest[],
  signal: AbortSignal,
): AsyncGenerator<BlobResult> {
  signal.throwIfAborted();
  const wanted: BlobRequest[] = [];
  for (const request of requests) {
    const outcome = withoutAsking(request);
    if (outcome === undefined) wanted.push(request);
    else yield { request, outcome };
  }

  while (wanted.length > 0) {
    const blobs = shareByObject(wanted.splice(0));
    for await (const [{ asked, others }, outcome] of readShared(client, size, blobs, signal)) {
      yield { request: asked, outcome };
      // The same object id is the same text everywhere, but one repository's refusal says nothing of another's.
      const isSettled = outcome.status !== "failed" && outcome.status !== "missing";
      for (const request of others) {
        if (isSettled || isSameRepository(request, asked)) yield { request, outcome };
        else wanted.push(request);
      }
    }
  }
}

function withoutAsking({ entry: { type, sizeBytes } }: BlobRequest): FileText | undefined {
  if (type !== "file" && type !== "executable") return { status: "missing" };
  return sizeBytes !== null && sizeBytes > textSizeBytesMax ? { status: "too-large", sizeBytes } : undefined;
}

function isSameRepository(a: BlobRequest, b: BlobRequest): boolean {
  return a.repository.providerId === b.repository.providerId;
}

function shareByObject(requests: readonly BlobRequest[]): readonly SharedBlob[] {
  const groups = [...Map.groupBy(requests, ({ entry }) => entry.oid).values()];
  return groups.flatMap(([asked, ...others]) => (asked === undefined ? [] : [{ asked, others }]));
}

async function* readShared(
  client: GithubClient,
  size: AdaptiveSize,
  blobs: readonly SharedBlob[],
  signal: AbortSignal,
): AsyncGenerator<readonly [SharedBlob, BlobOutcome]> {
  const isTooLong = ({ asked }: SharedBlob) => (asked.entry.sizeBytes ?? 0) > graphqlTextBytesMax;
  const reader = {
    size,
    pauseMs: client.patience.retryPauseMs,
    countFitting,
    ask: (piece: readonly SharedBlob[]) => askGraphql(client, piece, signal),
  };
  const short = blobs.filter((blob) => !isTooLong(blob));
  for await (const { item, outcome } of readInPieces(short, reader, signal)) {
    if (outcome.status === "failed") yield [item, outcome];
    else if (outcome.value.status !== "elsewhere") yield [item, outcome.value];
    else yield [item, await readThroughRest(client, item.asked, signal)];
  }
  // Last, and in their order: whoever waits for all texts of a repository then has those of one in hand, not of all.
  for (const blob of blobs.filter(isTooLong)) yield [blob, await readThroughRest(client, blob.asked, signal)];
}

/** How many of the blobs, from the first on, stay within the bytes of one query. */
function countFitting(blobs: readonly SharedBlob[]): number {
  let bytes = 0;
  const end = blobs.findIndex(({ asked }) => {
    bytes += asked.entry.sizeBytes ?? 0;
    return bytes > bytesPerQueryMax;
  });
  return end === -1 ? blobs.length : end;
}

async function askGraphql(
  client: GithubClient,
  blobs: readonly SharedBlob[],
  signal: AbortSignal,
): Promise<PieceAnswer<GraphqlText>> {
  const requests = blobs.map(({ asked }) => asked);
  const { query, variables, places } = blobsQuery(requests);
  const repositories = [...new Set(requests.map(({ repository }) => fullName(repository)))];
  const outcome = await client.query(query, variables, `files of ${repositories.join(", ")}`, signal);
  if (outcome.status === "too-heavy") return outcome;
  const answer = aliasesSchema.safeParse(outcome.data);
  if (!answer.success) throw notLikeGithub(client.addressee, answer.error);
  const outcomes = requests.map(({ repository }, index) =>
    judgeBlob(answer.data, outcome.errors, places[index] ?? ["", ""], fullName(repository), client.addressee),
  );
  return { status: "answered", outcomes };
}

async function readThroughRest(
  client: GithubClient,
  { repository, entry }: BlobRequest,
  signal: AbortSignal,
): Promise<BlobOutcome> {
  const parameters = { owner: repository.owner, repo: repository.name, file_sha: entry.oid };
  const path = "GET /repos/{owner}/{repo}/git/blobs/{file_sha}";
  const outcome = await client.get(path, parameters, `${entry.path} of ${fullName(repository)}`, signal);
  if (outcome.status === "failed") return outcome;
  const bytes = restBlobSchema.safeParse(outcome.body);
  if (!bytes.success) throw notLikeGithub(client.addressee, bytes.error);
  return fileTextOf(bytes.data);
}
