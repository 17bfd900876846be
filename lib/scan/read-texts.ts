import type { AppError } from "#lib/errors/app-error.ts";
import type { Repository } from "#lib/model/repository.ts";
import type { FileText, TreeEntry } from "#lib/model/tree.ts";
import type { BlobRequest, SourceProvider } from "#lib/providers/source-provider.ts";

/** WantedTexts are the files to read of one repository, for whatever they are `of`. */
export interface WantedTexts<Of> {
  readonly of: Of;
  readonly repository: Repository;
  /** Each object id once. */
  readonly entries: readonly TreeEntry[];
}

/** ReadTexts is all that was wanted for one, by object id, or why some of it could not be read. */
export interface ReadTexts<Of> {
  readonly of: Of;
  readonly texts: ReadonlyMap<string, FileText>;
  readonly error: AppError | null;
}

/**
 * readTexts reads the texts of many repositories together, so that they share their requests, and gives those of each
 * as soon as the last of them has come: only those of a request or two are in memory, however many are asked for.
 */
export async function* readTexts<Of>(
  provider: SourceProvider,
  wanted: readonly WantedTexts<Of>[],
  signal: AbortSignal,
): AsyncGenerator<ReadTexts<Of>> {
  const waiting = new Map<BlobRequest, Waiting<Of>>();
  for (const { of, repository, entries } of wanted) {
    if (entries.length === 0) yield { of, texts: new Map(), error: null };
    const one: Waiting<Of> = { of, texts: new Map(), error: null, left: entries.length };
    for (const entry of entries) waiting.set({ repository, entry }, one);
  }
  if (waiting.size === 0) return;
  for await (const { request, outcome } of provider.readBlobs([...waiting.keys()], signal)) {
    const one = waiting.get(request);
    if (one === undefined) continue;
    waiting.delete(request);
    if (outcome.status === "failed") one.error = outcome.error;
    else one.texts.set(request.entry.oid, outcome);
    one.left -= 1;
    if (one.left === 0) yield { of: one.of, texts: one.texts, error: one.error };
  }
}

interface Waiting<Of> {
  readonly of: Of;
  readonly texts: Map<string, FileText>;
  error: AppError | null;
  left: number;
}
