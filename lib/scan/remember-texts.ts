import type { FileText, TreeEntry } from "#lib/model/tree.ts";
import type { BlobRequest, SourceProvider } from "#lib/providers/source-provider.ts";
import { findScanTexts, keepScanTexts } from "#lib/store/scan-texts.ts";
import type { ScanContext } from "./scan-context.ts";

/**
 * rememberTexts is the same provider, which asks for a text of a scan once in the whole organization: what one batch
 * has read, in whichever process, answers the next one. Only two that ask at the same moment both ask.
 *
 * A folder of clones costs no request, so its texts are read again.
 */
export function rememberTexts({
  database,
  scanId,
  provider,
}: Pick<ScanContext, "database" | "scanId" | "provider">): SourceProvider {
  if (provider.kind === "local") return provider;
  return {
    ...provider,
    async *readBlobs(requests, signal) {
      const oids = requests.map(({ entry }) => entry.oid);
      const known = await findScanTexts(database, scanId, [...new Set(oids)]);
      const unknown: BlobRequest[] = [];
      for (const request of requests) {
        const outcome = isFile(request.entry) ? known.get(request.entry.oid) : undefined;
        if (outcome === undefined) unknown.push(request);
        else yield { request, outcome };
      }
      const read = new Map<string, FileText>();
      for await (const result of provider.readBlobs(unknown, signal)) {
        const { outcome, request } = result;
        if (outcome.status !== "failed" && isFile(request.entry)) read.set(request.entry.oid, outcome);
        yield result;
      }
      await keepScanTexts(database, scanId, read);
    },
  };
}

/** The object of a symlink may be that of a text, and is none. */
function isFile({ type }: TreeEntry): boolean {
  return type === "file" || type === "executable";
}
