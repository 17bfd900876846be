import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type GithubEmulator, startGithubEmulator } from "#e2e/github/emulator.ts";
import { type FolderRepository, openFolder } from "#e2e/github/folder.ts";
import { defaultPolicy } from "#lib/model/policy.ts";
import { type Acme, never, repositoryName, writeAcme } from "#lib/providers/github/emulated.fixture.ts";
import { createGithubProvider } from "#lib/providers/github/github-provider.ts";
import type { Database } from "#lib/store/database.ts";
import { findRepository, listRepositorySummaries } from "#lib/store/repositories.ts";
import { listRepositoryEvents } from "#lib/store/repository-events.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { refreshRepository } from "./refresh-repository.ts";
import { scanWith } from "./testing/scan-sample.ts";

const [renamed, transferred, deleted, hidden, kept] = [0, 1, 2, 3, 4].map(repositoryName);
const days = ["2026-02-01", "2026-02-02", "2026-02-03", "2026-02-04", "2026-02-05"].map(
  (day) => `${day}T00:00:00.000Z`,
);

describe("repositories that an inventory no longer shows", () => {
  let acme: Acme;
  let emulator: GithubEmulator;
  let change = (repository: FolderRepository): readonly FolderRepository[] => [repository];

  beforeAll(async () => {
    acme = writeAcme(5);
    const readFolder = openFolder(acme.folder);
    emulator = await startGithubEmulator({
      async folder() {
        const organization = await readFolder();
        const repositories = [...organization.repositories.values()].flatMap(change);
        return { ...organization, repositories: new Map(repositories.map((one) => [one.name, one])) };
      },
      // GitHub refuses to show it by its id, and leaves it out of the list.
      faults: [
        {
          fault: { kind: "field", field: "Repository.owner", of: hidden ?? "", type: "FORBIDDEN", message: "No." },
          when: ({ operation }) => operation === "OwnersById",
        },
      ],
    });
  });

  afterAll(async () => {
    await emulator.close();
    acme.remove();
  });

  function leave(repository: FolderRepository): readonly FolderRepository[] {
    const { name, facts } = repository;
    if (name === renamed) return [{ ...repository, name: "renamed", facts: { ...facts, id: name } }];
    if (name === transferred || name === hidden) return [{ ...repository, facts: { ...facts, owner: "elsewhere" } }];
    return name === deleted ? [] : [repository];
  }

  describeEachDatabase("in a database", (database) => {
    const github = () => createGithubProvider({ organization: "acme", token: "x", restUrl: emulator.url });
    const scanOn = (day: number) => scanWith(database(), github(), { location: emulator.url, at: days[day] ?? "" });

    it("are told apart by their id, and go on with their history when they come back", async () => {
      const db = database();
      change = (repository) => [repository];
      const { organization } = await scanOn(0);
      const before = await detailsOf(db, organization.id);
      change = leave;
      const { scan } = await scanOn(1);

      expect(scan).toMatchObject({ state: "completed", counts: { total: 2, unchanged: 2 } });
      const names = (await listRepositorySummaries(db, organization.id)).map(({ name }) => name);
      expect(names).toEqual(["renamed", kept]);
      expect(await eventsOf(db, before)).toEqual({
        [renamed ?? ""]: [{ kind: "renamed", at: days[1], before: renamed, after: "renamed" }],
        [transferred ?? ""]: [{ kind: "transferred", at: days[1], before: "acme", after: "elsewhere" }],
        [deleted ?? ""]: [{ kind: "removed", at: days[1], before: null, after: null }],
        [hidden ?? ""]: [{ kind: "hidden", at: days[1], before: null, after: null }],
        [kept ?? ""]: [],
      });

      change = (repository) => [repository];
      await scanOn(2);
      const after = await detailsOf(db, organization.id);
      expect(after.map(({ id, history }) => ({ id, history }))).toEqual(
        before.map(({ id, history }) => ({ id, history })),
      );
      const kinds = Object.values(await eventsOf(db, before)).map((events) => events.at(-1)?.kind);
      expect(kinds).toEqual(["renamed", "returned", "returned", "returned", undefined]);
    });

    it("are told apart after an event that names one of them, too", async () => {
      const db = database();
      change = (repository) => [repository];
      const { organization } = await scanOn(3);
      const before = await detailsOf(db, organization.id);
      change = leave;
      for (const { providerId } of before) {
        await refreshRepository(
          {
            ...{ database: db, organizationId: organization.id, provider: github(), signal: never, scanId: null },
            ...{ policy: defaultPolicy, upstreams: new Map(), teams: { login: "acme", slugs: new Set() } },
            ...{ asOf: days[4] ?? "", now: () => days[4] ?? "" },
          },
          providerId,
        );
      }

      const kinds = Object.values(await eventsOf(db, before)).map((events) => events.at(-1)?.kind);
      expect(kinds).toEqual(["renamed", "transferred", "removed", "hidden", undefined]);
    });
  });
});

async function detailsOf(db: Database, organizationId: string) {
  const summaries = await listRepositorySummaries(db, organizationId);
  const details = await Promise.all(
    summaries.map(({ owner, name }) => findRepository(db, organizationId, owner, name)),
  );
  return details.flatMap((detail) => detail ?? []);
}

async function eventsOf(db: Database, repositories: readonly { readonly id: string; readonly name: string }[]) {
  const events = await Promise.all(
    repositories.map(async ({ id, name }) => [name, await listRepositoryEvents(db, id)] as const),
  );
  return Object.fromEntries(events);
}
