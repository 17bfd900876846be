import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AppError } from "#lib/errors/app-error.ts";
import type { Repository } from "#lib/model/repository.ts";
import type { TreeEntry } from "#lib/model/tree.ts";
import { fixtureAlpha, fixtureGit, writeFixtureOrganization } from "./source-provider.fixture.ts";
import type { InventoryItem, Located, SourceProvider } from "./source-provider.ts";
import { textSizeBytesMax } from "./source-provider.ts";

/** ContractSubject is the provider under test, and how to put away what it was set up with. */
export interface ContractSubject {
  readonly provider: SourceProvider;
  readonly tearDown?: () => Promise<void> | void;
}

/** A provider must stop within this time after its signal fires; a single answer of a network may be in flight. */
const stopTimeoutMs = 2000;

/**
 * describeSourceProvider checks what every provider guarantees, over the organization of `source-provider.fixture.ts`.
 *
 * @param setUp is given the folder that holds the organization and returns a provider that reads that organization,
 *   directly or through a server over the same folder. The organization's login is `contract`.
 */
export function describeSourceProvider(
  name: string,
  setUp: (folder: string) => Promise<ContractSubject> | ContractSubject,
): void {
  describe(`source provider contract: ${name}`, () => {
    const never = new AbortController().signal;
    let folder: string;
    let subject: ContractSubject;
    let provider: SourceProvider;
    let pages: Inventory["pages"];
    let items: Inventory["items"];

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), "flakeboard-contract-"));
      writeFixtureOrganization(folder);
      subject = await setUp(folder);
      provider = subject.provider;
      ({ pages, items } = await readInventory(provider, never));
    });

    afterAll(async () => {
      await subject?.tearDown?.();
      rmSync(folder, { recursive: true, force: true });
    });

    const listed = (repository: string) => listedItem(items, repository);
    const read = async (repository: string, entries: readonly TreeEntry[], signal = never) => {
      const requests = entries.map((entry) => ({ repository: listed(repository).repository, entry }));
      return readAll(provider.readBlobs(requests, signal));
    };
    const alphaTree = async () => (await provider.readTree(listed("alpha").repository, never)).entries;

    describe("organization and teams", () => {
      it("names the organization", async () => {
        const organization = await provider.readOrganization(never);

        expect(organization).toMatchObject({ login: "contract", name: "Contract organization", isSample: false });
        expect(organization.providerId).not.toBe("");
      });

      it("lists every team once, with its parent", async () => {
        const teams = await provider.listTeams(never);
        const described = teams.map(({ slug, name, description, parentSlug }) => [slug, name, description, parentSlug]);

        expect(described.sort()).toEqual([
          ["engineering", "Engineering", "Everyone who builds", null],
          ["onlookers", "onlookers", null, null],
          ["platform", "Platform", null, "engineering"],
        ]);
        expect(new Set(teams.map((team) => team.providerId)).size).toBe(3);
      });

      it("gives each team's permission by the provider id of the repository", async () => {
        const teams = await provider.listTeams(never);
        const id = (repository: string) => listed(repository).repository.providerId;
        const permissions = (slug: string) =>
          new Map(teams.find((team) => team.slug === slug)?.repositories.map((it) => [it.providerId, it.permission]));

        // A nested team also has what its parent has, so `platform` may be listed with `archived` as well.
        expect(permissions("engineering").get(id("alpha"))).toBe("admin");
        expect(permissions("engineering").get(id("archived"))).toBe("maintain");
        expect(permissions("platform").get(id("forked"))).toBe("triage");
        expect(permissions("platform").get(id("empty"))).toBe("read");
        expect(permissions("onlookers").size).toBe(0);
      });
    });

    describe("custom properties", () => {
      it("gives those that are asked for where they are set, with one value or several", async () => {
        const properties = await provider.listProperties(["team", "areas", "nobody-has-this"], never);

        expect(properties.toSorted((a, b) => a.property.localeCompare(b.property))).toEqual([
          { owner: "contract", name: "alpha", property: "areas", values: ["web", "data"] },
          { owner: "contract", name: "alpha", property: "team", values: ["platform"] },
        ]);
        expect(await provider.listProperties(["nobody-has-this"], never)).toEqual([]);
      });
    });

    describe("inventory", () => {
      it("lists every repository exactly once, and what is no repository not at all", () => {
        const names = items.filter((item) => nameOf(item) !== "broken").map(nameOf);

        expect(names.sort()).toEqual(["alpha", "archived", "empty", "forked"]);
        const ids = items.flatMap((item) => (item.status === "listed" ? [item.repository.providerId] : []));
        expect(new Set(ids).size).toBe(ids.length);
      });

      it("says the total on every page, and it is not less than what is listed", () => {
        expect(pages.length).toBeGreaterThan(0);
        for (const page of pages) expect(page.total).toBeGreaterThanOrEqual(4);
      });

      it("gives the head commit of git, its branch and its moment", () => {
        for (const name of ["alpha", "archived", "forked"]) {
          const { repository } = listed(name);

          expect(repository.headCommit).toBe(fixtureGit(folder, name, "rev-parse", "HEAD").toString().trim());
          expect(repository.defaultBranch).toBe("main");
          expect(repository.isEmpty).toBe(false);
        }
        expect(listed("alpha").repository.headCommittedAt).toBe("2026-05-06T07:08:09.000Z");
      });

      it("gives identity, description, visibility, topics and creation", () => {
        expect(listed("alpha").repository).toMatchObject({
          owner: "contract",
          name: "alpha",
          description: "The first repository",
          visibility: "public",
          createdAt: "2026-01-02T00:00:00.000Z",
        });
        expect([...listed("alpha").repository.topics].sort()).toEqual(["nix", "rust"]);
        expect(listed("archived").repository).toMatchObject({ description: null, visibility: "private", topics: [] });
        expect(listed("forked").repository.visibility).toBe("internal");
      });

      it("marks archived, forked and empty repositories, and only those", () => {
        const flags = (name: string) => {
          const { isArchived, archivedAt, isFork, isEmpty } = listed(name).repository;
          return { isArchived, archivedAt, isFork, isEmpty };
        };

        expect(flags("alpha")).toEqual({ isArchived: false, archivedAt: null, isFork: false, isEmpty: false });
        expect(flags("archived")).toMatchObject({ isArchived: true, archivedAt: "2026-03-01T00:00:00.000Z" });
        expect(flags("forked")).toMatchObject({ isArchived: false, isFork: true });
        expect(flags("empty")).toMatchObject({ isEmpty: true, isFork: false });
      });

      it("lists an empty repository without commit, entries and languages", () => {
        const { repository, entries } = listed("empty");

        expect(entries).toEqual([]);
        expect(repository).toMatchObject({ headCommit: null, headCommittedAt: null, languages: [] });
      });

      it("counts languages by size, largest first, without prose and data", () => {
        expect(listed("alpha").repository.languages).toEqual([
          { name: "Nix", sizeBytes: sizeOf("flake.nix") },
          { name: "Rust", sizeBytes: sizeOf("src/main.rs") },
        ]);
      });

      it("gives every entry of the root and the inventory paths below it, with type and object id", () => {
        const expected = [
          ...gitEntries(folder, "alpha", "ls-tree", "-z", "-l", "HEAD"),
          ...gitEntries(folder, "alpha", "ls-tree", "-z", "-l", "-r", "HEAD", "--", ".github", "docs"),
        ];

        expectEntries(listed("alpha").entries, expected);
        expect(listed("alpha").entries.find((entry) => entry.path === "docs")?.type).toBe("directory");
      });
    });

    describe("one repository", () => {
      it("is the same line as in the inventory", async () => {
        for (const name of ["alpha", "archived", "empty"]) {
          const line = listed(name);

          expect(await provider.readRepository(line.repository.providerId, never)).toEqual(line);
        }
      });

      it("is null when the organization does not have it", async () => {
        const { providerId } = listed("alpha").repository;

        expect(await provider.readRepository(`gone-${providerId}`, never)).toBeNull();
        expect(await provider.readRepository("../alpha.git", never)).toBeNull();
      });

      it("is located by its id: the organization's, or gone", async () => {
        const { providerId } = listed("alpha").repository;
        const located: Located[] = [];
        for await (const one of provider.locateRepositories([`gone-${providerId}`, providerId], never)) {
          located.push(one);
        }

        expect(new Map(located.map((one) => [one.providerId, one.whereabouts]))).toEqual(
          new Map([
            [providerId, { status: "present" }],
            [`gone-${providerId}`, { status: "gone" }],
          ]),
        );
      });
    });

    describe("tree", () => {
      it("is complete: file, executable, symlink and submodule, each with its object id", async () => {
        const tree = await provider.readTree(listed("alpha").repository, never);

        expect(tree.isTruncated).toBe(false);
        // Directories may be listed or not: they follow from the paths of the files.
        expectEntries(
          tree.entries.filter((entry) => entry.type !== "directory"),
          gitEntries(folder, "alpha", "ls-tree", "-z", "-l", "-r", "HEAD"),
        );
        const types = new Map(tree.entries.map((entry) => [entry.path, entry.type]));
        expect(types.get("bin/run")).toBe("executable");
        expect(types.get("linked.lock")).toBe("symlink");
        expect(types.get("vendor/module")).toBe("submodule");
        expect(types.has("gone.txt")).toBe(false);
      });

      it("of an empty repository is empty", async () => {
        expect(await provider.readTree(listed("empty").repository, never)).toEqual({ entries: [], isTruncated: false });
      });
    });

    describe("blobs", () => {
      it("are answered each exactly once, also across repositories", async () => {
        const requests = ["alpha", "archived", "forked"].flatMap((name) => {
          const { repository, entries } = listed(name);
          return entries.filter((entry) => entry.path === "README.md").map((entry) => ({ repository, entry }));
        });
        const results = await readAll(provider.readBlobs(requests, never));

        expect(requests).toHaveLength(3);
        expect(results.map((result) => result.request.repository.name).sort()).toEqual(["alpha", "archived", "forked"]);
        expect(results.every((result) => result.outcome.status === "text")).toBe(true);
      });

      it("have exactly the bytes of git: byte order mark, line endings, every script", async () => {
        const paths = ["flake.nix", "README.md", "crlf.txt", "bin/run", 'with space/quote " näme.txt'];
        const entries = (await alphaTree()).filter((entry) => paths.includes(entry.path));

        const results = await read("alpha", entries);

        expect(results.map((result) => result.request.entry.path).sort()).toEqual([...paths].sort());
        for (const { request, outcome } of results) {
          const bytes = fixtureGit(folder, "alpha", "cat-file", "blob", request.entry.oid);
          expect(outcome.status === "text" ? Buffer.from(outcome.text) : outcome).toEqual(bytes);
        }
      });

      it("say missing, binary or too large instead of failing or guessing", async () => {
        const tree = await alphaTree();
        const entry = (path: string) => tree.filter((it) => it.path === path);
        const absent: TreeEntry = { path: "absent.txt", type: "file", oid: "1".repeat(40), sizeBytes: null };

        const results = await read("alpha", [
          absent,
          ...entry("logo.bin"),
          ...entry("latin1.txt"),
          ...entry("large.txt"),
          ...entry("pointer.lock"),
        ]);

        const outcomes = new Map(results.map((result) => [result.request.entry.path, result.outcome]));
        expect(outcomes.get("absent.txt")).toEqual({ status: "missing" });
        expect(outcomes.get("logo.bin")).toEqual({ status: "binary" });
        expect(outcomes.get("latin1.txt")).toEqual({ status: "binary" });
        expect(outcomes.get("large.txt")).toEqual({ status: "too-large", sizeBytes: textSizeBytesMax + 1 });
        // Git LFS keeps the bytes elsewhere: what git holds is not the file, so it is no text of that file.
        expect(outcomes.get("pointer.lock")).toEqual({ status: "binary" });
      });

      it("never take a symlink or a submodule for text", async () => {
        const entries = (await alphaTree()).filter((entry) => entry.type === "symlink" || entry.type === "submodule");

        const results = await read("alpha", entries);

        expect(results).toHaveLength(2);
        for (const { outcome } of results) expect(outcome).toEqual({ status: "missing" });
      });
    });

    describe("history", () => {
      const since = "2025-01-01T00:00:00.000Z";
      const readPast = async (repository: string, paths: readonly string[], from = since) => {
        const request = { repository: listed(repository).repository, paths, since: from };
        const [result] = await readAll(provider.readHistory([request], never));
        if (result?.reading.status !== "read") throw new Error(`the history of ${repository} was not read`);
        return result.reading;
      };
      const revision = (repository: string, name: string) =>
        fixtureGit(folder, repository, "rev-parse", name).toString().trim();

      it("gives each commit that touched a file or a folder once, with its moment and its root", async () => {
        const { commits, isCut } = await readPast("alpha", ["flake.nix", "flake.lock", ".github"]);

        expect(commits.map(({ commit, committedAt }) => [commit, committedAt])).toEqual([
          [revision("alpha", "HEAD"), "2026-05-06T07:08:09.000Z"],
        ]);
        expectEntries(commits[0]?.entries ?? [], gitEntries(folder, "alpha", "ls-tree", "-z", "-l", "HEAD"));
        expect(isCut).toBe(false);
      });

      it("gives what stood before: the first parent, the head where nothing was touched, nothing before the first", async () => {
        const touched = await readPast("alpha", ["flake.nix"]);
        const untouched = await readPast("alpha", ["flake.nix"], "2026-06-01T00:00:00.000Z");
        const begun = await readPast("alpha", ["gone.txt"]);

        expect(touched.before?.commit).toBe(revision("alpha", "HEAD^"));
        expect(touched.before?.entries.map(({ path }) => path)).toEqual(["gone.txt"]);
        expect(untouched).toMatchObject({ commits: [], before: { commit: revision("alpha", "HEAD") } });
        expect(begun.commits.map(({ commit }) => commit)).toEqual([
          revision("alpha", "HEAD^"),
          revision("alpha", "HEAD"),
        ]);
        expect(begun.before).toBeNull();
      });

      it("answers every request once, also of an empty repository", async () => {
        const requests = ["alpha", "archived", "empty"].map((name) => ({
          repository: listed(name).repository,
          paths: ["README.md"],
          since,
        }));

        const results = await readAll(provider.readHistory(requests, never));

        expect(results.map(({ request }) => request.repository.name).sort()).toEqual(["alpha", "archived", "empty"]);
        const empty = results.find(({ request }) => request.repository.name === "empty");
        expect(empty?.reading).toEqual({ status: "read", commits: [], before: null, isCut: false });
      });

      it("lists a folder by its object id, and says of a file that it is none", async () => {
        const { repository, entries } = listed("alpha");
        const requests = entries
          .filter(({ path }) => path === "docs" || path === "README.md")
          .map((entry) => ({ repository, entry }));

        const results = await readAll(provider.readFolders(requests, never));

        const outcomes = new Map(results.map(({ request, outcome }) => [request.entry.path, outcome]));
        const docs = outcomes.get("docs");
        expectEntries(
          docs?.status === "listed" ? docs.entries : [],
          gitEntries(folder, "alpha", "ls-tree", "-z", "-l", "HEAD", "docs/"),
        );
        expect(outcomes.get("README.md")).toEqual({ status: "missing" });
      });
    });

    describe("branches", () => {
      const branch = (name: string, changes: { readonly host?: string; readonly branch?: string | null } = {}) => ({
        host: "github.com",
        owner: "contract",
        name,
        branch: null,
        ...changes,
      });

      it("give their newest commit, the default one too, and null for one that is not there", async () => {
        const asked = [branch("alpha"), branch("alpha", { branch: "main" }), branch("alpha", { branch: "gone" })];

        const results = await readAll(provider.readBranches(asked, never));

        const head = {
          commit: fixtureGit(folder, "alpha", "rev-parse", "HEAD").toString().trim(),
          committedAt: "2026-05-06T07:08:09.000Z",
        };
        const heads = new Map(results.map((result) => [result.request, result.head]));
        expect(asked.map((request) => heads.get(request))).toEqual([head, head, null]);
      });

      it("never asks another forge", async () => {
        expect(await readAll(provider.readBranches([branch("alpha", { host: "example.org" })], never))).toEqual([]);
      });
    });

    describe("trouble", () => {
      it("keeps one unreadable repository apart and reads the rest", async () => {
        const broken = items.find((item) => nameOf(item) === "broken");

        // A provider that notices only when it reads the tree must say so there.
        if (broken?.status === "listed") {
          await expect(provider.readTree(broken.repository, never)).rejects.toBeInstanceOf(AppError);
        } else if (broken !== undefined) {
          expect(broken.error).toBeInstanceOf(AppError);
          expect(broken.error.message).not.toBe("");
        }
        expect(items.filter((item) => item.status === "listed").length).toBeGreaterThanOrEqual(4);
      });

      it("stops at once when the signal has already fired", async () => {
        const fired = AbortSignal.abort();
        const { repository, entries } = listed("alpha");
        const request = entries.filter((entry) => entry.path === "flake.nix").map((entry) => ({ repository, entry }));

        await expectStopsSoon(provider.readOrganization(fired));
        await expectStopsSoon(provider.listTeams(fired));
        await expectStopsSoon(provider.listProperties(["team"], fired));
        await expectStopsSoon(readAll(provider.listRepositories(fired)));
        await expectStopsSoon(provider.readRepository(repository.providerId, fired));
        await expectStopsSoon(provider.readTree(repository, fired));
        await expectStopsSoon(readAll(provider.readBlobs(request, fired)));
      });

      it("stops soon when the signal fires in the middle", async () => {
        const controller = new AbortController();
        const reading = readInventory(provider, controller.signal).then(
          () => "done",
          () => "stopped",
        );

        controller.abort();

        expect(await within(reading)).toBe("stopped");
      });

      it("gives the same answers when asked again", async () => {
        const again = await readInventory(provider, never);

        expect(again.items.filter((item) => item.status === "listed").sort(byName)).toEqual(
          items.filter((item) => item.status === "listed").sort(byName),
        );
      });

      it("counts what it has spent, and never less than before", async () => {
        const before = provider.usage();
        await provider.readTree(listed("alpha").repository, never);
        const after = provider.usage();

        expect(after.graphql + after.rest).toBeGreaterThanOrEqual(before.graphql + before.rest);
        expect(after.points).toBeGreaterThanOrEqual(before.points);
      });
    });
  });
}

interface Inventory {
  readonly pages: readonly { readonly total: number; readonly items: readonly InventoryItem[] }[];
  readonly items: readonly InventoryItem[];
}

async function readInventory(provider: SourceProvider, signal: AbortSignal): Promise<Inventory> {
  const pages = await readAll(provider.listRepositories(signal));
  return { pages, items: pages.flatMap((page) => page.items) };
}

async function readAll<T>(source: AsyncIterable<T>): Promise<readonly T[]> {
  const values: T[] = [];
  for await (const value of source) values.push(value);
  return values;
}

function nameOf(item: InventoryItem): string {
  return item.status === "listed" ? item.repository.name : item.name;
}

function byName(a: InventoryItem, b: InventoryItem): number {
  return nameOf(a).localeCompare(nameOf(b));
}

function listedItem(
  items: readonly InventoryItem[],
  name: string,
): { readonly repository: Repository; readonly entries: readonly TreeEntry[] } {
  const item = items.find((it) => nameOf(it) === name);
  if (item?.status !== "listed") throw new Error(`${name} is not listed: ${item?.error.message ?? "absent"}`);
  return item;
}

function sizeOf(path: string): number {
  const file = fixtureAlpha.get(path);
  return typeof file === "string" ? Buffer.byteLength(file) : 0;
}

const typeByMode = new Map<string, TreeEntry["type"]>([
  ["100644", "file"],
  ["100755", "executable"],
  ["120000", "symlink"],
  ["160000", "submodule"],
  ["040000", "directory"],
]);

function gitEntries(folder: string, repository: string, ...args: readonly string[]): readonly TreeEntry[] {
  const lines = fixtureGit(folder, repository, ...args)
    .toString()
    .split("\0")
    .filter(Boolean);
  return lines.map((line) => {
    const [, mode = "", oid = "", size = "", path = ""] = /^(\d+) \w+ (\w+) +(\S+)\t(.*)$/s.exec(line) ?? [];
    return { path, type: typeByMode.get(mode) ?? "file", oid, sizeBytes: size === "-" ? null : Number(size) };
  });
}

/** A size may be left out; where it is given for a file, it is git's. */
function expectEntries(actual: readonly TreeEntry[], expected: readonly TreeEntry[]): void {
  const identity = ({ path, type, oid }: TreeEntry) => `${type} ${oid} ${path}`;
  expect(actual.map(identity).sort()).toEqual(expected.map(identity).sort());

  const sizes = new Map(expected.map((entry) => [entry.path, entry.sizeBytes]));
  for (const { path, type, sizeBytes } of actual) {
    if (sizeBytes !== null && (type === "file" || type === "executable")) expect(sizeBytes).toBe(sizes.get(path));
  }
}

async function within<T>(promise: Promise<T>): Promise<T | "too late"> {
  const { promise: late, resolve } = Promise.withResolvers<"too late">();
  const timer = setTimeout(() => resolve("too late"), stopTimeoutMs);
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function expectStopsSoon(promise: Promise<unknown>): Promise<void> {
  const outcome = promise.then(
    () => "answered",
    () => "stopped",
  );
  expect(await within(outcome)).toBe("stopped");
}
