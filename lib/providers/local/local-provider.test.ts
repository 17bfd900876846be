import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AppError } from "#lib/errors/app-error.ts";
import { describeSourceProvider } from "../source-provider.contract.ts";
import type { InventoryItem } from "../source-provider.ts";
import { createLocalProvider } from "./local-provider.ts";

describeSourceProvider("local", (folder) => ({ provider: createLocalProvider({ path: folder }) }));

describe("createLocalProvider", () => {
  const signal = new AbortController().signal;
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "flakeboard-local-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const git = (directory: string, ...args: readonly string[]) =>
    execFileSync("git", ["-C", directory, "-c", "user.name=Ada", "-c", "user.email=ada@example.org", ...args], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });

  function workTree(name: string, files: Readonly<Record<string, string>> = { "README.md": "Hello\n" }): string {
    const directory = join(folder, name);
    execFileSync("git", ["init", "--quiet", "--initial-branch=main", directory]);
    for (const [path, text] of Object.entries(files)) writeFileSync(join(directory, path), text);
    git(directory, "add", "--all");
    git(directory, "commit", "--quiet", "--message", "Start");
    return directory;
  }

  async function inventory(path = folder): Promise<readonly InventoryItem[]> {
    const items: InventoryItem[] = [];
    for await (const page of createLocalProvider({ path }).listRepositories(signal)) items.push(...page.items);
    return items;
  }

  const summary = (items: readonly InventoryItem[]) =>
    items.map((item) => (item.status === "listed" ? item.repository.name : `failed ${item.name}`));

  async function failure(promise: Promise<unknown>): Promise<AppError> {
    const error = await promise.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    if (!(error instanceof AppError)) throw new Error(`expected an AppError, not ${String(error)}`);
    return error;
  }

  describe("what counts as a repository", () => {
    it("lists work trees, linked work trees, bare repositories and symlinks to them, and skips the rest", async () => {
      const first = workTree("first");
      git(first, "worktree", "add", "--quiet", join(folder, "second"));
      git(folder, "clone", "--quiet", "--bare", first, join(folder, "third.git"));
      git(folder, "clone", "--quiet", "--bare", first, join(folder, "fourth"));
      symlinkSync(first, join(folder, "fifth"));
      symlinkSync(join(folder, "nowhere"), join(folder, "sixth"));
      mkdirSync(join(folder, "notes"));
      writeFileSync(join(folder, "list.txt"), "no folder\n");

      expect(summary(await inventory())).toEqual(["fifth", "first", "fourth", "second", "third"]);
    });

    it("takes a folder that is itself a repository as an organization with that one, and reads no teams from it", async () => {
      const directory = workTree("alone", { "README.md": "Hello\n", "teams.yml": "organization: { login: evil }\n" });
      mkdirSync(join(directory, "inner", ".git"), { recursive: true });

      expect(summary(await inventory(directory))).toEqual(["alone"]);
      expect((await createLocalProvider({ path: directory }).readOrganization(signal)).login).toBe("alone");
    });

    it("reads the committed head, not the files lying around", async () => {
      const directory = workTree("dirty");
      writeFileSync(join(directory, "flake.nix"), "{ }\n");

      const [item] = await inventory();

      expect(item?.status === "listed" ? item.entries.map((entry) => entry.path) : item).toEqual(["README.md"]);
    });

    it("fails each repository that claims to be git and is not, with a sentence", async () => {
      workTree("good");
      mkdirSync(join(folder, "hollow.git"));
      mkdirSync(join(folder, "lost"));
      writeFileSync(join(folder, "lost", ".git"), "gitdir: /nowhere/at/all\n");
      const garbled = workTree("garbled");
      writeFileSync(join(garbled, ".git", "refs", "heads", "main"), "no object id\n");

      const items = await inventory();

      expect(summary(items)).toEqual(["failed garbled", "good", "failed hollow", "failed lost"]);
      for (const item of items) {
        if (item.status === "failed")
          expect(item.error.message).toMatch(/damaged or no git repository.*Clone it again/);
      }
    });

    it("gives a name that two folders share to one of them only", async () => {
      git(folder, "clone", "--quiet", "--bare", workTree("twin"), join(folder, "twin.git"));

      expect(summary(await inventory())).toEqual(["twin", "failed twin.git"]);
    });
  });

  describe("what git knows", () => {
    it("knows no creation date of a shallow clone, whose first commit is only the first that was fetched", async () => {
      const directory = workTree("deep");
      git(directory, "commit", "--quiet", "--allow-empty", "--message", "More");
      git(folder, "clone", "--quiet", "--depth=1", `file://${directory}`, join(folder, "shallow"));

      const [deep, shallow] = await inventory();

      expect(deep?.status === "listed" && deep.repository.createdAt).not.toBeNull();
      expect(shallow?.status === "listed" ? shallow.repository.createdAt : shallow).toBeNull();
    });

    it("takes the oldest root commit as creation", async () => {
      const directory = join(folder, "joined");
      execFileSync("git", ["init", "--quiet", "--bare", "--initial-branch=main", directory]);
      const commit = (mark: number, seconds: number, ...lines: readonly string[]) => [
        `commit refs/heads/b${mark}`,
        `mark :${mark}`,
        `committer A <a@b> ${seconds} +0100`,
        "data 0",
        ...lines,
        "",
      ];
      const script = [
        ...commit(1, 1_600_000_000),
        ...commit(2, 1_500_000_000),
        ...commit(3, 1_700_000_000, "from :1", "merge :2"),
        "reset refs/heads/main",
        "from :3",
        "",
      ].join("\n");
      execFileSync("git", ["--git-dir", directory, "fast-import", "--quiet"], { input: script });

      const [item] = await inventory();

      expect(item?.status === "listed" ? item.repository : item).toMatchObject({
        createdAt: "2017-07-14T02:40:00.000Z",
        headCommittedAt: "2023-11-14T22:13:20.000Z",
      });
    });

    it("reads a detached head, which is on no branch", async () => {
      const directory = workTree("detached");
      git(directory, "checkout", "--quiet", "--detach");

      const [item] = await inventory();

      expect(item?.status === "listed" ? item.repository : item).toMatchObject({ defaultBranch: null, isEmpty: false });
    });

    it("lists from the root whatever work tree the repository claims to have", async () => {
      const directory = workTree("strange");
      git(directory, "config", "core.worktree", "../../nowhere");

      const [item] = await inventory();

      expect(item?.status === "listed" ? item.entries.map((entry) => entry.path) : item).toEqual(["README.md"]);
    });

    it("fails a damaged blob alone and reads those behind it", async () => {
      // Long and irregular, so that a cut leaves a header that git believes.
      const long = Array.from({ length: 5000 }, (_, index) => `${(index * 7919) % 10_007}\n`).join("");
      const directory = workTree("damaged", { "a.txt": "a\n", "b.txt": long, "c.txt": "c\n" });
      const oid = git(directory, "rev-parse", "HEAD:b.txt").trim();
      const object = join(directory, ".git", "objects", oid.slice(0, 2), oid.slice(2));
      chmodSync(object, 0o644);
      writeFileSync(object, readFileSync(object).subarray(0, 8000));
      const provider = createLocalProvider({ path: folder });
      const [item] = await inventory();
      if (item?.status !== "listed") throw new Error("not listed");

      const outcomes: string[] = [];
      const requests = item.entries.map((entry) => ({ repository: item.repository, entry }));
      for await (const result of provider.readBlobs(requests, signal)) outcomes.push(result.outcome.status);

      expect(outcomes).toEqual(["text", "failed", "text"]);
    });

    it("fails the files of a repository that has gone since it was listed", async () => {
      const directory = workTree("gone");
      workTree("stays");
      const provider = createLocalProvider({ path: folder });
      const [item] = await inventory();
      if (item?.status !== "listed") throw new Error("not listed");
      rmSync(directory, { recursive: true });

      const requests = item.entries.map((entry) => ({ repository: item.repository, entry }));
      const outcomes: string[] = [];
      for await (const result of provider.readBlobs(requests, signal)) outcomes.push(result.outcome.status);

      expect(outcomes).toEqual(["failed"]);
      expect((await failure(provider.readTree(item.repository, signal))).message).toMatch(/gone is no longer in/);
    });
  });

  describe("hostile repositories", () => {
    it("runs nothing that a repository's configuration, hooks or promised objects name, and writes nothing", async () => {
      const directory = workTree("hostile", { "flake.nix": "{ }\n", ".gitattributes": "* filter=evil diff=evil\n" });
      const trap = join(folder, "sprung");
      const command = `touch ${trap};`;
      const settings = {
        "core.fsmonitor": command,
        "core.pager": command,
        "core.sshCommand": command,
        "core.gitProxy": command,
        "core.askPass": command,
        "filter.evil.smudge": command,
        "diff.evil.textconv": command,
        "diff.external": command,
        "gpg.program": command,
        "log.showSignature": "true",
        "alias.ls-tree": `!${command}`,
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.url": directory,
        "remote.origin.promisor": "true",
        "remote.origin.uploadpack": command,
      };
      for (const [name, value] of Object.entries(settings)) git(directory, "config", name, value);
      const oid = git(directory, "rev-parse", "HEAD:flake.nix").trim();
      rmSync(join(directory, ".git", "objects", oid.slice(0, 2), oid.slice(2)));
      rmSync(trap, { force: true });
      const before = readdirSync(join(directory, ".git")).sort();

      const provider = createLocalProvider({ path: folder });
      const [item] = await inventory();
      const request =
        item?.status === "listed" ? item.entries.map((entry) => ({ repository: item.repository, entry })) : [];
      for await (const result of provider.readBlobs(request, signal))
        expect(result.outcome.status).not.toBe("too-large");

      expect(existsSync(trap)).toBe(false);
      expect(readdirSync(join(directory, ".git")).sort()).toEqual(before);
    });
  });

  describe("what it refuses", () => {
    it("says in one sentence that the path is missing, no folder, or without repositories", async () => {
      writeFileSync(join(folder, "file"), "");
      const provider = (path: string) => createLocalProvider({ path: join(folder, path) });

      expect((await failure(provider("none").readOrganization(signal))).message).toMatch(
        /none does not exist\. Give a/,
      );
      expect((await failure(provider("file").readOrganization(signal))).message).toMatch(/is a file, not a folder/);
      const empty = await failure(provider(".").readOrganization(signal));
      expect(empty.message).toBe(
        `${folder} holds no git repository. Give a folder whose children are work trees or bare repositories.`,
      );
    });

    it("says that git is not installed, instead of failing every repository", async () => {
      workTree("one");
      const search = vi.stubEnv("PATH", join(folder, "nothing-here"));
      try {
        expect((await failure(inventory())).message).toMatch(/^git was not found/);
      } finally {
        search.unstubAllEnvs();
      }
    });
  });
});
