import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type GithubEmulator, startGithubEmulator } from "#e2e/github/emulator.ts";
import { createGithubProvider } from "#lib/providers/github/github-provider.ts";
import { createLocalProvider } from "#lib/providers/local/local-provider.ts";
import type { Database } from "#lib/store/database.ts";
import { findRepository, listRepositorySummaries } from "#lib/store/repositories.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { scanWith, writeTestSample } from "./testing/scan-sample.ts";

describe("the sample organization behind GitHub's API", () => {
  let folder = "";
  let remove = (): void => {};
  let emulator: GithubEmulator;

  beforeAll(async () => {
    ({ folder, remove } = await writeTestSample());
    emulator = await startGithubEmulator({ folder });
  });

  afterAll(async () => {
    await emulator.close();
    remove();
  });

  describeEachDatabase("scanned into a database", (database) => {
    const github = () => createGithubProvider({ organization: "sample", token: "x", restUrl: emulator.url });

    it("gives exactly the facts, owners and findings that the local provider gives", async () => {
      const local = await scanWith(database(), createLocalProvider({ path: folder }), { location: folder });
      const remote = await scanWith(database(), github(), { location: emulator.url });

      expect(remote.scan.counts).toEqual(local.scan.counts);
      expect(remote.organization.slug).toBe("sample-github");
      expect(await factsOf(database(), remote.organization.id)).toEqual(
        await factsOf(database(), local.organization.id),
      );
    });

    it("asks for no tree and no text when nothing has changed", async () => {
      const before = emulator.requests.entries.length;

      const { scan } = await scanWith(database(), github(), { location: emulator.url });

      expect(scan.counts).toMatchObject({ read: 0, unchanged: 48 });
      const since = emulator.requests.entries.slice(before);
      expect(
        since.filter(
          (request) => request.operation !== "property-schema" && (request.kind === "rest" || request.texts > 0),
        ),
      ).toEqual([]);
    });
  });
});

async function factsOf(database: Database, organizationId: string) {
  const summaries = await listRepositorySummaries(database, organizationId);
  return Promise.all(
    summaries.map(async ({ owner, name }) => {
      const detail = await findRepository(database, organizationId, owner, name);
      return {
        name,
        ownershipRule: detail?.ownershipRule,
        ownershipDetail: detail?.ownershipDetail,
        isArchived: detail?.isArchived,
        isFork: detail?.isFork,
        commit: detail?.snapshot?.commit,
        facts: detail?.snapshot?.facts,
        findings: detail?.findings.toSorted((one, other) => key(one).localeCompare(key(other))),
      };
    }),
  );
}

function key({ checkId, subject }: { readonly checkId: string; readonly subject: string }): string {
  return `${checkId} ${subject}`;
}
