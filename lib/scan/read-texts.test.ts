import { expect, it } from "vitest";
import { AppError } from "#lib/errors/app-error.ts";
import { createLocalProvider } from "#lib/providers/local/local-provider.ts";
import type { BlobResult, SourceProvider } from "#lib/providers/source-provider.ts";
import { repositoryOf } from "#lib/store/testing/fixtures.ts";
import { readTexts, type WantedTexts } from "./read-texts.ts";

const { signal } = new AbortController();
const said: string[] = [];

/** Gives each text in the order of the requests, and says so. */
const provider: SourceProvider = {
  ...createLocalProvider({ path: "unused" }),
  async *readBlobs(requests): AsyncGenerator<BlobResult> {
    for (const request of requests) {
      said.push(request.entry.oid);
      const isBroken = request.entry.oid === "broken";
      const error = new AppError("forbidden", "It is not to be seen.");
      yield { request, outcome: isBroken ? { status: "failed", error } : { status: "text", text: "text" } };
    }
  },
};

function wanted(of: string, ...oids: readonly string[]): WantedTexts<string> {
  const entries = oids.map((oid) => ({ path: oid, oid, type: "file" as const, sizeBytes: null }));
  return { of, repository: repositoryOf(of), entries };
}

async function read(...all: readonly WantedTexts<string>[]) {
  said.length = 0;
  const given: { readonly of: string; readonly oids: readonly string[]; readonly code: string | null }[] = [];
  for await (const { of, texts, error } of readTexts(provider, all, signal)) {
    said.push(`<${of}>`);
    given.push({ of, oids: [...texts.keys()], code: error?.code ?? null });
  }
  return given;
}

it("gives the texts of a repository before those of the next one are read", async () => {
  await read(wanted("one", "a", "b"), wanted("two", "c"));

  expect(said).toEqual(["a", "b", "<one>", "c", "<two>"]);
});

it("gives a text that two want to both, one that wants nothing too, and each exactly once", async () => {
  const given = await read(wanted("one", "a", "b"), wanted("none"), wanted("two", "a"));

  expect(given.toSorted((x, y) => (x.of < y.of ? -1 : 1))).toEqual([
    { of: "none", oids: [], code: null },
    { of: "one", oids: ["a", "b"], code: null },
    { of: "two", oids: ["a"], code: null },
  ]);
});

it("says of a repository one of whose texts cannot be read why, and gives the others theirs", async () => {
  const given = await read(wanted("one", "broken", "a"), wanted("two", "b"));

  expect(given).toMatchObject([
    { of: "one", code: "forbidden" },
    { of: "two", oids: ["b"], code: null },
  ]);
});
