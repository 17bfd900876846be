import { isFile } from "#lib/facts/snapshot-files.ts";
import type { FileText } from "#lib/model/tree.ts";
import type { BlobRequest, SourceProvider } from "#lib/providers/source-provider.ts";

// Enough for the workflows of a large organization, and for what a hundred repositories have beside their locks.
const charactersMaxUsual = 4_000_000;

/**
 * shareTexts is the same provider, which asks for a text that many repositories have once for as long as it is used:
 * the same pipeline stands in hundreds of them. What was not asked for the longest goes first.
 *
 * Locks are not kept, because no two repositories have the same, and they are most of what is read. A folder of clones
 * costs no request, so its texts are read again.
 */
export function shareTexts(provider: SourceProvider, charactersMax = charactersMaxUsual): SourceProvider {
  if (provider.kind === "local") return provider;
  const memory = createMemory(charactersMax);
  return {
    ...provider,
    async *readBlobs(requests, signal) {
      const unknown: BlobRequest[] = [];
      for (const request of requests) {
        const outcome = isShared(request) ? memory.recall(request.entry.oid) : undefined;
        if (outcome === undefined) unknown.push(request);
        else yield { request, outcome };
      }
      if (unknown.length === 0) return;
      for await (const result of provider.readBlobs(unknown, signal)) {
        const { request, outcome } = result;
        if (outcome.status === "text" && isShared(request)) memory.keep(request.entry.oid, outcome);
        yield result;
      }
    },
  };
}

function isShared({ entry }: BlobRequest): boolean {
  return isFile(entry) && !entry.path.endsWith(".lock");
}

type Text = Extract<FileText, { readonly status: "text" }>;

/** A map remembers in which order its keys came, so that its first one was not asked for the longest. */
function createMemory(charactersMax: number) {
  const texts = new Map<string, Text>();
  let characters = 0;
  const forget = (oid: string): void => {
    characters -= texts.get(oid)?.text.length ?? 0;
    texts.delete(oid);
  };
  return {
    recall(oid: string): Text | undefined {
      const text = texts.get(oid);
      if (text === undefined) return undefined;
      texts.delete(oid);
      texts.set(oid, text);
      return text;
    },
    keep(oid: string, text: Text): void {
      forget(oid);
      texts.set(oid, text);
      characters += text.text.length;
      for (const oldest of texts.keys()) {
        if (characters <= charactersMax) break;
        forget(oldest);
      }
    },
  };
}
