import { expect, it } from "vitest";
import { startGithubEmulator } from "#e2e/github/emulator.ts";
import type { FolderRepository } from "#e2e/github/folder.ts";
import { createMemoryRepository, type MemoryCommit } from "#e2e/github/memory-repository.ts";
import { noFacts } from "#e2e/github/teams-file.ts";
import { addDays, dayOf } from "#lib/model/instant.ts";
import { defaultPolicy } from "#lib/model/policy.ts";
import { never } from "#lib/providers/github/emulated.fixture.ts";
import { createGithubProvider } from "#lib/providers/github/github-provider.ts";
import type { Database } from "#lib/store/database.ts";
import { listMetricPoints } from "#lib/store/metric-points.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { backfillOrganization } from "./backfill.ts";
import { sampleDay, scanWith } from "./testing/scan-sample.ts";

const secondsAgo = (days: number) => Date.parse(sampleDay) / 1000 - days * 86_400;
const dayAgo = (days: number) => dayOf(addDays(sampleDay, -days));

/** A flake with its lock, whose Nixpkgs was new so many days ago; with a helper library or without. */
function flake(nixpkgsDaysAgo: number, hasHelper: boolean): Readonly<Record<string, string>> {
  const names = ["nixpkgs", ...(hasHelper ? ["flake-utils"] : [])];
  const sources = {
    nixpkgs: { owner: "NixOS", repo: "nixpkgs" },
    "flake-utils": { owner: "numtide", repo: "flake-utils" },
  };
  const nodes = Object.fromEntries(
    Object.entries(sources)
      .filter(([name]) => names.includes(name))
      .map(([name, source]) => {
        const original = { type: "github", ...source };
        const locked = {
          ...original,
          rev: "1".repeat(40),
          narHash: "sha256-",
          lastModified: secondsAgo(nixpkgsDaysAgo),
        };
        return [name, { locked, original }];
      }),
  );
  const root = { inputs: Object.fromEntries(names.map((name) => [name, name])) };
  const helper = hasHelper ? '  inputs.flake-utils.url = "github:numtide/flake-utils";\n' : "";
  return {
    "flake.nix": `{\n  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";\n${helper}  outputs = _: { };\n}\n`,
    "flake.lock": JSON.stringify({ nodes: { ...nodes, root }, root: "root", version: 7 }),
  };
}

const cached = {
  ".github/workflows/ci.yml": `on: push
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: DeterminateSystems/determinate-nix-action@v3
      - uses: DeterminateSystems/flakehub-cache-action@v2
      - run: nix build
`,
};

/** What a repository went through, by days ago. */
const past: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  70: { "README.md": "Before Nix." },
  60: flake(62, true),
  50: { ...flake(62, true), ...cached },
  40: { ...flake(62, false), ...cached },
  30: { ...flake(31, false), ...cached },
  20: flake(31, false),
};

const folder = async () => {
  const commits = Object.entries(past).map(
    ([daysAgo, files]): MemoryCommit => ({
      committedSeconds: secondsAgo(Number(daysAgo)),
      files: () => new Map(Object.entries(files)),
    }),
  );
  const oldestFirst = commits.toSorted((one, other) => one.committedSeconds - other.committedSeconds);
  const repository: FolderRepository = { name: "tool", facts: noFacts, git: createMemoryRepository(oldestFirst) };
  return { login: "acme", name: "Acme", teams: {}, repositories: new Map([["tool", repository]]) };
};

/** The days on which a metric changed, each with what it counted from then on. */
async function courseOf(db: Database, organizationId: string, metricId: string) {
  const points = await listMetricPoints(db, organizationId, { metricIds: [metricId], scope: { kind: "organization" } });
  const counts = points.map(({ day, numerator, denominator }) => [day, `${numerator} of ${denominator}`] as const);
  return counts.filter(([, count], index) => index === 0 || counts[index - 1]?.[1] !== count);
}

describeEachDatabase("the past of a repository", (database) => {
  it("tells when Nix came, a helper went, a cache came and went, and how stale an input got until it was updated", async () => {
    const db = database();
    const emulator = await startGithubEmulator({ folder });
    try {
      const provider = createGithubProvider({ organization: "acme", token: "x", restUrl: emulator.url });
      const { organization } = await scanWith(db, provider, { location: emulator.url });
      const { id } = organization;
      const policy = { ...defaultPolicy, historyMonths: 4 };
      const context = { database: db, provider, organizationId: id, policy, now: () => sampleDay, signal: never };
      expect(await backfillOrganization(context)).toMatchObject({ total: 1, done: 1 });

      const changes = async (metricId: string) => (await courseOf(db, id, metricId)).slice(1);
      expect(await changes("adoption")).toEqual([
        [dayAgo(70), "0 of 1"],
        [dayAgo(60), "1 of 1"],
      ]);
      expect(await changes("lean-inputs")).toEqual([
        [dayAgo(60), "0 of 1"],
        [dayAgo(40), "1 of 1"],
      ]);
      expect(await changes("private-cache")).toEqual([
        [dayAgo(50), "1 of 1"],
        [dayAgo(20), "0 of 0"],
      ]);
      const scope = { kind: "organization" } as const;
      const ages = await listMetricPoints(db, id, { metricIds: ["median-input-age"], scope });
      const ageOn = new Map(ages.map(({ day, value }) => [day, value]));
      expect([60, 31, 30, 20, 1].map((daysAgo) => ageOn.get(dayAgo(daysAgo)))).toEqual([2, 31, 1, 11, 30]);
    } finally {
      await emulator.close();
    }
  });
});
