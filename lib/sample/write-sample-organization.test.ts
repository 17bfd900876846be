import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays } from "#lib/model/instant.ts";
import { createLocalProvider } from "#lib/providers/local/local-provider.ts";
import { gitOf, type SampleTruth, truthOf } from "./sample-organization.oracle.ts";
import { sampleRepositories } from "./sample-organization.ts";
import { writeSampleOrganization } from "./write-sample-organization.ts";

const asOf = "2026-11-23T17:45:00.000Z";
const day = "2026-11-23T00:00:00.000Z";
const names = sampleRepositories.map((repository) => repository.name).sort();

describe("writeSampleOrganization", () => {
  let root: string;
  let folder: string;

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), "flakeboard-sample-"));
    folder = join(root, "sample");
    await writeSampleOrganization(folder, { asOf });
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const headsOf = (directory: string) => names.map((name) => gitOf(directory, name, "for-each-ref").trim());

  it("writes 48 bare repositories, each once, and nothing half-written beside", () => {
    const repositories = readdirSync(folder).filter((child) => child.endsWith(".git"));

    expect(repositories.sort()).toEqual(names.map((name) => `${name}.git`).sort());
    expect(repositories).toHaveLength(48);
    expect(readdirSync(root)).toEqual(["sample"]);
  });

  it("gives the same commits again for the same day, whatever the hour", async () => {
    const again = join(root, "again");
    await writeSampleOrganization(again, { asOf: "2026-11-23T00:00:01.000Z" });

    expect(headsOf(again)).toEqual(headsOf(folder));
    expect(readFileSync(join(again, "teams.yml"))).toEqual(readFileSync(join(folder, "teams.yml")));
    rmSync(again, { recursive: true });
  });

  it("leaves a complete sample of the same day alone and replaces one of another day", async () => {
    const moving = join(root, "moving");
    const head = () => gitOf(moving, "ledger", "rev-parse", "HEAD");
    await writeSampleOrganization(moving, { asOf: addDays(asOf, -1) });
    const yesterday = head();

    expect(await writeSampleOrganization(moving, { asOf })).toEqual({ isWritten: true });
    const written = statSync(moving).ino;
    expect(await writeSampleOrganization(moving, { asOf })).toEqual({ isWritten: false });

    expect(statSync(moving).ino).toBe(written);
    expect(head()).not.toBe(yesterday);
    rmSync(moving, { recursive: true });
  });

  it("refuses a folder that is there and is no sample, and leaves it as it was", async () => {
    const taken = join(root, "taken");
    mkdirSync(taken);
    writeFileSync(join(taken, "thesis.txt"), "mine");

    await expect(writeSampleOrganization(taken, { asOf })).rejects.toThrow(/is no sample organization/);

    expect(readdirSync(taken)).toEqual(["thesis.txt"]);
    rmSync(taken, { recursive: true });
    expect(readdirSync(root)).toEqual(["sample"]);
  });

  it("leaves nothing behind when it is stopped", async () => {
    const stopped = join(root, "stopped");

    await expect(writeSampleOrganization(stopped, { asOf, signal: AbortSignal.timeout(50) })).rejects.toThrow();

    expect(existsSync(stopped)).toBe(false);
    expect(readdirSync(root)).toEqual(["sample"]);
  });

  it("passes git fsck in every repository", () => {
    for (const name of names) {
      expect(() => gitOf(folder, name, "fsck", "--strict", "--no-dangling"), name).not.toThrow();
    }
  });

  it("dates every commit at midnight UTC, in order, within 18 months", () => {
    const oldest = Date.parse(addDays(day, -548)) / 1000;
    for (const name of names.filter((it) => it !== "new-idea")) {
      const dates = gitOf(folder, name, "log", "--reverse", "--format=%ct").trim().split("\n").map(Number);

      expect(dates, name).toEqual([...dates].sort((a, b) => a - b));
      expect(dates.every((date) => date % 86_400 === 0 && date >= oldest && date <= Date.parse(day) / 1000)).toBe(true);
    }
  });

  it("never locks a revision that was made after the commit that locks it", () => {
    for (const name of names.filter((it) => it !== "new-idea")) {
      const log = gitOf(folder, name, "log", "--format=%H %ct").trim().split("\n");
      for (const [commit = "", at] of log.map((line) => line.split(" "))) {
        const paths = gitOf(folder, name, "ls-tree", "-r", "--name-only", commit).split("\n");
        for (const path of paths.filter((it) => it.endsWith(".lock"))) {
          const text = gitOf(folder, name, "show", `${commit}:${path}`);
          const locked = [...text.matchAll(/"lastModified": (\d+)/g)].map((match) => Number(match[1]));
          expect(Math.max(0, ...locked), `${name} ${path}`).toBeLessThanOrEqual(Number(at));
        }
      }
    }
  });

  it("is read by the local provider as a sample with every repository listed", async () => {
    const provider = createLocalProvider({ path: folder });
    const signal = new AbortController().signal;
    const items = [];
    for await (const page of provider.listRepositories(signal)) items.push(...page.items);

    expect(await provider.readOrganization(signal)).toMatchObject({ login: "sample", isSample: true });
    expect(await provider.listTeams(signal)).toHaveLength(7);
    expect(items.every((item) => item.status === "listed")).toBe(true);
    expect(items).toHaveLength(48);
  });

  describe("docs/sample-organization.md", () => {
    const docs = readFileSync(new URL("../../docs/sample-organization.md", import.meta.url), "utf8");
    const rows = docs
      .split("\n")
      .filter((line) => line.startsWith("| "))
      .map((line) => line.split("|").map((cell) => cell.trim()));
    let truths: readonly SampleTruth[];

    beforeAll(() => {
      const teamsFile = readFileSync(join(folder, "teams.yml"), "utf8");
      truths = names.map((name) => truthOf(folder, name, teamsFile, day));
    });

    it("says of every repository what git says", () => {
      const documented = rows
        .filter((cells) => names.includes(cells[1] ?? ""))
        .map((cells) => cells.slice(1, 6))
        .sort(([a = ""], [b = ""]) => (a < b ? -1 : 1));

      expect(documented).toEqual(
        truths.map((it) => [it.repository, it.owner, it.standing, String(it.mainFlakes), it.nixpkgsAge]),
      );
    });

    it("says the numbers that follow", () => {
      const eligible = truths.filter((it) => it.standing === "counts");
      const ages = eligible.map((it) => it.nixpkgsAge).filter((age) => /^\d+$/.test(age));
      const number = (what: string) => rows.find((cells) => cells[1] === what)?.[2];

      expect(truths).toHaveLength(Number(number("repositories")));
      expect(eligible).toHaveLength(Number(number("eligible")));
      expect(number("eligible")).toBe("44");
      expect(String(eligible.filter((it) => it.mainFlakes > 0).length)).toBe(number("eligible with a main flake"));
      expect(String(eligible.reduce((sum, it) => sum + it.mainFlakes, 0))).toBe(
        number("main flakes in eligible repositories"),
      );
      expect(String(ages.length)).toBe(number("root flakes whose Nixpkgs age is known"));
      expect(String(ages.filter((age) => Number(age) <= 30).length)).toBe(number("of which at most 30 days old"));
      expect(String(eligible.filter((it) => it.nixpkgsAge === "unknown").length)).toBe(
        number("root flakes whose Nixpkgs age cannot be known"),
      );
    });

    it("says for every team how far it is", () => {
      const eligible = truths.filter((it) => it.standing === "counts");
      const documented = new Map(
        rows.filter((cells) => cells.length === 5).map((cells) => [cells[1]?.split(" ")[0], cells]),
      );
      const teams = new Set(eligible.flatMap((it) => ownersOf(it.owner)));

      expect(teams.size).toBe(8);
      for (const team of teams) {
        const owned = eligible.filter((it) => ownersOf(it.owner).includes(team));
        const adopted = owned.filter((it) => it.mainFlakes > 0);
        expect(documented.get(team)?.slice(2, 4), team).toEqual([String(adopted.length), String(owned.length)]);
      }
    });
  });
});

function ownersOf(owner: string): readonly string[] {
  return owner.replace(/ \(.*/, "").split(", ");
}
