import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startGithubEmulator } from "#e2e/github/emulator.ts";
import * as faults from "#e2e/github/faults.ts";
import type { Repository } from "#lib/model/repository.ts";
import type { SourceProvider } from "../source-provider.ts";
import { type Acme, never, openScene, readInventory, writeAcme } from "./emulated.fixture.ts";

const paths = ["a/b/c/deep.nix", "a/b/one.nix", "a/b/two.nix", "a/three.nix", "b/four.nix", "flake.nix"];

let acme: Acme;
beforeAll(() => {
  acme = writeAcme(1, "", () => Object.fromEntries(paths.map((path) => [path, path])));
});
afterAll(() => acme.remove());

async function only(provider: SourceProvider): Promise<Repository> {
  const [item] = await readInventory(provider);
  if (item?.status !== "listed") throw new Error("not listed");
  return item.repository;
}

describe("readTree", () => {
  it("lists a tree with one request", async () => {
    await using scene = openScene(await startGithubEmulator({ folder: acme.folder }));

    const tree = await scene.provider.readTree(await only(scene.provider), never);

    expect(tree.isTruncated).toBe(false);
    expect(tree.entries.map(({ path }) => path).sort()).toEqual(paths);
    expect(scene.emulator.requests.counts().rest).toBe(1);
  });

  it("walks the folders of a tree that GitHub cuts, and misses nothing", async () => {
    await using scene = openScene(await startGithubEmulator({ folder: acme.folder, treeEntriesMax: 4 }));

    const tree = await scene.provider.readTree(await only(scene.provider), never);

    expect(tree.isTruncated).toBe(false);
    expect(tree.entries.map(({ path }) => path).sort()).toEqual(paths);
  });

  it("says that a tree is cut when one folder alone is too large", async () => {
    await using scene = openScene(await startGithubEmulator({ folder: acme.folder, treeEntriesMax: 2 }));

    const tree = await scene.provider.readTree(await only(scene.provider), never);

    expect(tree.isTruncated).toBe(true);
    expect(paths).toEqual(expect.arrayContaining(tree.entries.map(({ path }) => path)));
  });

  it("asks again after an overload, twice", async () => {
    const isRest = ({ kind }: faults.EmulatedRequest) => kind === "rest";
    const planned = { fault: faults.badGatewayHtml, when: isRest, times: 2 };
    await using scene = openScene(await startGithubEmulator({ folder: acme.folder, faults: [planned] }));

    const tree = await scene.provider.readTree(await only(scene.provider), never);

    expect(tree.entries).toHaveLength(paths.length);
  });

  it("fails for this repository when the overload stays", async () => {
    const isRest = ({ kind }: faults.EmulatedRequest) => kind === "rest";
    const planned = { fault: faults.badGatewayHtml, when: isRest };
    await using scene = openScene(await startGithubEmulator({ folder: acme.folder, faults: [planned] }));

    const reading = scene.provider.readTree(await only(scene.provider), never);

    await expect(reading).rejects.toMatchObject({
      code: "provider-unavailable",
      message: expect.stringContaining("the files of acme/repository-00 (status 502)"),
    });
  });
});
