import { expect, it } from "vitest";
import type { TreeEntry } from "#lib/model/tree.ts";
import { createLocalProvider } from "#lib/providers/local/local-provider.ts";
import type { BlobRequest, SourceProvider } from "#lib/providers/source-provider.ts";
import { repositoryOf } from "#lib/store/testing/fixtures.ts";
import { shareTexts } from "./share-texts.ts";

const { signal } = new AbortController();

/** A provider whose text of an object is its id, and the ids that it was asked for. */
function counting(): { readonly provider: SourceProvider; readonly asked: string[] } {
  const asked: string[] = [];
  const provider: SourceProvider = {
    ...createLocalProvider({ path: "unused" }),
    kind: "github",
    async *readBlobs(requests) {
      for (const request of requests) {
        asked.push(request.entry.oid);
        yield { request, outcome: { status: "text", text: request.entry.oid } };
      }
    },
  };
  return { provider, asked };
}

function requestOf(name: string, path: string, oid: string, type: TreeEntry["type"] = "file"): BlobRequest {
  return { repository: repositoryOf(name), entry: { path, oid, type, sizeBytes: null } };
}

async function textsOf(provider: SourceProvider, requests: readonly BlobRequest[]): Promise<readonly string[]> {
  const texts: string[] = [];
  for await (const { outcome } of provider.readBlobs(requests, signal)) {
    texts.push(outcome.status === "text" ? outcome.text : outcome.status);
  }
  return texts;
}

it("asks once for a text that several repositories have, and gives it to each", async () => {
  const { provider, asked } = counting();
  const sharing = shareTexts(provider);

  expect(await textsOf(sharing, [requestOf("one", ".github/workflows/ci.yml", "ci")])).toEqual(["ci"]);
  expect(
    await textsOf(sharing, [requestOf("two", ".github/workflows/ci.yml", "ci"), requestOf("two", "flake.nix", "new")]),
  ).toEqual(["ci", "new"]);

  expect(asked).toEqual(["ci", "new"]);
});

it("asks again for what is a symlink elsewhere, and for locks, which it does not keep", async () => {
  const { provider, asked } = counting();
  const sharing = shareTexts(provider);
  const requests = [requestOf("one", "flake.lock", "lock"), requestOf("one", "README.md", "readme")];

  await textsOf(sharing, requests);
  await textsOf(sharing, [requestOf("two", "flake.lock", "lock"), requestOf("two", "README.md", "readme", "symlink")]);

  expect(asked).toEqual(["lock", "readme", "lock", "readme"]);
});

it("forgets what was not asked for the longest when it is full", async () => {
  const { provider, asked } = counting();
  const sharing = shareTexts(provider, 8);
  const ask = (oid: string) => textsOf(sharing, [requestOf("one", "flake.nix", oid)]);

  for (const oid of ["aaa", "bbb", "aaa", "ccc"]) await ask(oid);
  asked.length = 0;
  for (const oid of ["aaa", "bbb"]) await ask(oid);

  expect(asked).toEqual(["bbb"]);
});
