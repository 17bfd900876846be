import { expect, it } from "vitest";
import { startGithubEmulator } from "#e2e/github/emulator.ts";
import type { FolderRepository } from "#e2e/github/folder.ts";
import { createMemoryRepository, type MemoryCommit } from "#e2e/github/memory-repository.ts";
import { noFacts } from "#e2e/github/teams-file.ts";
import { createGithubProvider } from "#lib/providers/github/github-provider.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { sampleDay, scanWith } from "./testing/scan-sample.ts";

const flake = "{ outputs = _: { }; }";
const main = "fn main() { }";

const contents: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  adopted: { "flake.nix": flake, "src/main.rs": main },
  nested: { "src/main.rs": main, "deploy/flake.nix": flake },
  plain: { "README.md": "No Nix.", "src/main.rs": main },
  scripts: { "run.sh": "exit 0" },
};

function commitOf(files: Readonly<Record<string, string>>, daysAgo: number): MemoryCommit {
  const committedSeconds = Date.parse(sampleDay) / 1000 - daysAgo * 86_400;
  return { committedSeconds, files: () => new Map(Object.entries(files)) };
}

describeEachDatabase("what a scan asks GitHub for", (database) => {
  it("is a tree only where Nix is plausible, and behind the inventory nothing of what has not changed", async () => {
    const commits = new Map(Object.entries(contents).map(([name, files]) => [name, [commitOf(files, 9)]]));
    const folder = async () => ({
      login: "acme",
      name: "Acme",
      teams: {},
      repositories: new Map(
        Array.from(commits, ([name, past]): [string, FolderRepository] => [
          name,
          { name, facts: noFacts, git: createMemoryRepository(past) },
        ]),
      ),
    });
    const trees: unknown[] = [];
    const listening = ({
      operation,
      variables,
    }: {
      operation: string;
      variables: Readonly<Record<string, unknown>>;
    }) => {
      if (operation === "trees") trees.push(variables.repository);
      return false;
    };
    const emulator = await startGithubEmulator({ folder, faults: [{ fault: { kind: "hang" }, when: listening }] });
    try {
      const provider = createGithubProvider({ organization: "acme", token: "x", restUrl: emulator.url });
      const scan = async () => {
        const before = emulator.requests.entries.length;
        const { scan: done } = await scanWith(database(), provider, { location: emulator.url });
        const asked = emulator.requests.entries.slice(before).map(({ operation }) => operation);
        const ofLists = ["Organization", "Teams", "property-schema", "Inventory"];
        return { counts: done.counts, asked: asked.filter((operation) => !ofLists.includes(operation)) };
      };

      const first = await scan();
      expect(trees.toSorted()).toEqual(["adopted", "nested"]);
      // All texts together.
      expect(first.asked.toSorted()).toEqual(["Blobs", "trees", "trees"]);
      expect(first.counts).toMatchObject({ total: 4, read: 4, withFlake: 2 });

      commits.get("adopted")?.push(commitOf({ ...contents.adopted, "shell.nix": "{ }" }, 1));
      commits.get("plain")?.push(commitOf({ ...contents.plain, "src/main.rs": `${main} // more` }, 1));
      const second = await scan();
      expect(second.counts).toMatchObject({ total: 4, read: 2, unchanged: 2, failed: 0 });
      expect(second.asked.toSorted()).toEqual(["Blobs", "trees"]);
      expect(trees.slice(2)).toEqual(["adopted"]);

      expect((await scan()).asked).toEqual([]);
    } finally {
      await emulator.close();
    }
  });
});
