import { afterAll, beforeAll, expect, it } from "vitest";
import { type GithubEmulator, startGithubEmulator } from "#e2e/github/emulator.ts";
import { type Acme, writeAcme } from "#lib/providers/github/emulated.fixture.ts";
import { createGithubProvider } from "#lib/providers/github/github-provider.ts";
import { findRepository } from "#lib/store/repositories.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { scanWith } from "./testing/scan-sample.ts";

// Three groups of 20, whose workflows are in no inventory, and one text that is not cut short by GraphQL alone.
const count = 45;
const shared = {
  ".github/workflows/ci.yml":
    "on: push\njobs: { test: { runs-on: ubuntu-latest, steps: [{ run: nix flake check }] } }\n",
  "nix/module.nix": "{ }\n",
  "flake.lock": `{"nodes":{"root":{}},"root":"root","version":7}${" ".repeat(600_000)}`,
};

let acme: Acme;
let emulator: GithubEmulator;

beforeAll(async () => {
  acme = writeAcme(count, "", () => shared);
  emulator = await startGithubEmulator({ folder: acme.folder });
});

afterAll(async () => {
  await emulator.close();
  acme.remove();
});

describeEachDatabase("a scan", (database) => {
  it("asks for each text once in the whole organization, and keeps none when it is over", async () => {
    const db = database();
    emulator.requests.clear();
    const provider = createGithubProvider({ organization: "acme", token: "x", restUrl: emulator.url });

    const { scan, organization } = await scanWith(db, provider, { location: emulator.url });

    expect(scan).toMatchObject({ state: "completed", counts: { read: count } });
    // A flake of each, and three that they share: one of them through REST, because GraphQL cuts it.
    expect(emulator.requests.counts().texts).toBe(count + 3);
    const last = await findRepository(db, organization.id, "acme", `repository-${count - 1}`);
    expect(last?.snapshot?.facts?.flakes).toMatchObject([{ lock: { status: "ok" } }]);
    expect(last?.snapshot?.facts?.integration).toMatchObject({ known: true });
    expect(await db.client.scanText.count()).toBe(0);
  });
});
