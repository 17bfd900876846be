import { generateKeyPairSync } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startGithubEmulator } from "#e2e/github/emulator.ts";
import { type Acme, namesOf, never, openScene, readInventory, writeAcme } from "./emulated.fixture.ts";

function createKeys() {
  const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return {
    publicKey: String(publicKey.export({ type: "spki", format: "pem" })),
    privateKey: String(privateKey.export({ type: "pkcs8", format: "pem" })),
  };
}

const { publicKey, privateKey } = createKeys();
const { privateKey: otherKey } = createKeys();

let acme: Acme;
beforeAll(() => {
  acme = writeAcme(3);
});
afterAll(() => acme.remove());

async function open(options: { tokenLifeMs?: number; key?: string; id?: string; isInstalled?: boolean } = {}) {
  const { tokenLifeMs = 3_600_000, key = privateKey, id = "12", isInstalled = true } = options;
  const app = { id: "12", publicKey, tokenLifeMs };
  const emulator = await startGithubEmulator({ folder: acme.folder, ...(isInstalled ? { app } : {}) });
  return openScene(emulator, { token: undefined, app: { id, privateKey: key } });
}

async function failureOf(reading: Promise<unknown>): Promise<Error> {
  const error = await reading.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Error)) throw new Error("It did not fail.");
  return error;
}

describe("a GitHub App", () => {
  it("reads as its installation, with one token for all requests", async () => {
    await using scene = await open();

    expect(namesOf(await readInventory(scene.provider))).toHaveLength(3);
    await scene.provider.listTeams(never);

    const asked = scene.emulator.requests.entries.filter(({ operation }) => operation === "app");
    expect(asked.map(({ status }) => status)).toEqual([200, 201]);
  });

  it("gets another token before the last one expires", async () => {
    await using scene = await open({ tokenLifeMs: 400 });

    for (let time = 0; time < 6; time += 1) {
      await scene.provider.readOrganization(never);
      await sleep(100);
    }

    const statuses = scene.emulator.requests.entries.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201).length).toBeGreaterThan(1);
    expect(statuses).not.toContain(401);
  });

  it("gets another token when GitHub refuses the one in use, once, and repeats what it asked", async () => {
    await using scene = await open({ tokenLifeMs: 3_600_000 });
    await scene.provider.readOrganization(never);
    const revoked = scene.emulator.requests.entries.length;
    scene.emulator.revokeTokens();

    await scene.provider.readOrganization(never);

    const since = scene.emulator.requests.entries.slice(revoked).map(({ operation }) => operation);
    expect(since).toEqual(["401", "app", "Organization"]);
  });

  it.each([
    ["whose key is another's", { key: otherKey }, /gave the GitHub App 12 no token \(status 401\).*clock/],
    ["whose key is no key", { key: "-----BEGIN RSA PRIVATE KEY-----" }, /private key cannot be read/],
    ["of another number", { id: "13" }, /gave the GitHub App 13 no token/],
    ["that is not installed", { isInstalled: false }, /App 12 is not installed in an organization acme/],
  ])("%s is told how to mend it, without the key", async (_, options, words) => {
    await using scene = await open(options);

    const error = await failureOf(scene.provider.readOrganization(never));

    expect(error.message).toMatch(words);
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(otherKey.slice(40, 80));
  });
});
