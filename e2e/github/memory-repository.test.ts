import { expect, it } from "vitest";
import { createMemoryRepository } from "./memory-repository.ts";

const first = { committedSeconds: 1_000, files: () => new Map([["flake.nix", "{ }"]]) };
const second = { committedSeconds: 2_000, files: () => new Map([...first.files(), ["nix/shell.nix", "{ }: null"]]) };
const third = { committedSeconds: 3_000, files: () => new Map([...second.files(), ["flake.nix", "{ outputs = 1; }"]]) };

const repository = createMemoryRepository([first, second, third]);

async function readHead() {
  const head = await repository.readHead();
  if (head === null) throw new Error("nothing is committed");
  return head;
}

async function historyOf(path: string, since = 0) {
  const { oid } = await readHead();
  const lines = await repository.listRevisions([`--max-age=${since}`, oid, "--", path]);
  return lines
    .split("\n")
    .filter(Boolean)
    .map((line) => Number(line.split(" ")[0]));
}

it("stands at the newest commit", async () => {
  expect(await readHead()).toMatchObject({ branch: "main", committedDate: "1970-01-01T00:50:00Z" });
  expect(await repository.readCreatedAt()).toBe("1970-01-01T00:16:40Z");
  const { oid } = await readHead();
  const named = ["HEAD", "refs/heads/main", "refs/heads/topic"].map((name) => repository.readObject(name));
  expect((await Promise.all(named)).map((object) => object?.oid)).toEqual([oid, oid, undefined]);
});

it("lists the commits that touched a file or a folder, newest first, none before the moment asked for", async () => {
  expect(await historyOf("flake.nix")).toEqual([3_000, 1_000]);
  expect(await historyOf("nix")).toEqual([2_000]);
  expect(await historyOf("flake.nix", 1_500)).toEqual([3_000]);
});

it("shows each commit as it was", async () => {
  const { oid } = await readHead();
  const before = await repository.readObject(`${oid}^`);
  const pathsOf = async (commit = "") => (await repository.listTree(commit, true)).map(({ path }) => path);
  expect(before?.type).toBe("commit");
  expect(await pathsOf(before?.oid)).toEqual(["flake.nix", "nix", "nix/shell.nix"]);
  const [flake] = await repository.listTree(before?.oid ?? "", false);
  expect((await repository.readObject(flake?.oid ?? ""))?.bytes.toString()).toBe("{ }");
  const folder = (await repository.listTree(oid, false)).find(({ path }) => path === "nix");
  expect(await repository.readObject(folder?.oid ?? "")).toMatchObject({ oid: folder?.oid, type: "tree" });
  expect((await repository.listTree(folder?.oid ?? "", false)).map(({ path }) => path)).toEqual(["shell.nix"]);
  const root = await repository.readObject(`${oid}^{tree}`);
  expect(await repository.listTree(root?.oid ?? "", false)).toHaveLength(2);
});

it("has a parent for each commit but the first", async () => {
  const [oldest = ""] = (await repository.listRevisions(["--max-age=0", (await readHead()).oid, "--", "flake.nix"]))
    .trim()
    .split("\n")
    .slice(-1);
  expect(await repository.readObject(`${oldest.split(" ")[1]}^`)).toBeNull();
});

it("gives a folder that holds nothing but another one an id of its own", async () => {
  const nested = createMemoryRepository([{ committedSeconds: 1_000, files: () => new Map([["a/b/c.nix", "{ }"]]) }]);
  const { oid = "" } = (await nested.readHead()) ?? {};
  const below = async (tree: string) => await nested.listTree(tree, false);

  const [outer] = await below(oid);
  const [inner] = await below(outer?.oid ?? "");
  const [file] = await below(inner?.oid ?? "");

  expect([outer, inner, file].map((entry) => entry?.path)).toEqual(["a", "b", "c.nix"]);
});
