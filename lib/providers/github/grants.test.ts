import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { startGithubEmulator } from "#e2e/github/emulator.ts";
import { never, openScene, writeAcme } from "./emulated.fixture.ts";
import { grantWords, judgeGrants } from "./judge-grants.ts";
import { readGrants } from "./read-grants.ts";

describe("readGrants", () => {
  it("reads the scopes of a classic token and when it ends, in either way of writing", () => {
    expect(
      readGrants({
        "x-oauth-scopes": "repo, read:org",
        "github-authentication-token-expiration": "2026-12-24 08:00:00 UTC",
      }),
    ).toEqual({ kind: "scopes", scopes: ["repo", "read:org"], expiresAt: "2026-12-24T08:00:00.000Z" });
    expect(readGrants({ "github-authentication-token-expiration": "2026-12-24 08:00:00 +0100" })).toEqual({
      kind: "untold",
      expiresAt: "2026-12-24T07:00:00.000Z",
    });
  });

  it("tells a classic token without scopes from one of which nothing is told", () => {
    expect(readGrants({ "x-oauth-scopes": "" })).toEqual({ kind: "scopes", scopes: [], expiresAt: null });
    expect(readGrants({ "github-authentication-token-expiration": "soon" })).toEqual({
      kind: "untold",
      expiresAt: null,
    });
  });
});

describe("judgeGrants", () => {
  it("names what a classic token has, lacks, and has too much of", () => {
    const grants = { kind: "scopes", scopes: ["admin:org", "delete_repo"], expiresAt: null } as const;
    expect(judgeGrants(grants).map(({ name, state }) => `${name} ${state}`)).toEqual([
      "repo missing",
      "read:org granted",
      "admin:org spare",
      "delete_repo spare",
    ]);
    expect(grantWords(grants)).toBe(
      "repo is missing, without it only public repositories are seen; more than needed: admin:org, delete_repo",
    );
  });

  it("takes a permission of an App for spare when it may write", () => {
    const permissions = { metadata: "read", contents: "write", members: "read", issues: "write" };
    expect(judgeGrants({ kind: "permissions", permissions }).map(({ name, state }) => `${name} ${state}`)).toEqual([
      "metadata granted",
      "contents granted",
      "members granted",
      "organization_custom_properties optional",
      "contents: write spare",
      "issues: write spare",
    ]);
  });

  it("says that all is there, and when nothing can be said", () => {
    expect(grantWords({ kind: "scopes", scopes: ["repo", "read:org"], expiresAt: null })).toBe(
      "repo, read:org: all that is needed",
    );
    expect(grantWords({ kind: "untold", expiresAt: null })).toMatch(/^GitHub does not tell/);
  });
});

describe("a provider", () => {
  it("knows what its token may do as soon as GitHub has answered, and not before", async () => {
    const acme = writeAcme(1);
    const tokenHeaders = { "x-oauth-scopes": "repo, workflow" };
    await using scene = openScene(await startGithubEmulator({ folder: acme.folder, tokenHeaders }));

    expect(scene.provider.grants()).toBeNull();
    await scene.provider.readOrganization(never);

    expect(scene.provider.grants()).toEqual({ kind: "scopes", scopes: ["repo", "workflow"], expiresAt: null });
    acme.remove();
  });

  it("knows the permissions of an App's installation", async () => {
    const acme = writeAcme(1);
    const { publicKey, privateKey } = generateKeyPairSync("rsa", {
      modulusLength: 2048,
      publicKeyEncoding: { type: "spki", format: "pem" },
      privateKeyEncoding: { type: "pkcs8", format: "pem" },
    });
    const app = { id: "12", publicKey, tokenLifeMs: 3_600_000 };
    const emulator = await startGithubEmulator({ folder: acme.folder, app });
    await using scene = openScene(emulator, { token: undefined, app: { id: "12", privateKey } });

    await scene.provider.readOrganization(never);

    expect(scene.provider.grants()).toEqual({
      kind: "permissions",
      permissions: { metadata: "read", contents: "read", members: "read" },
    });
    acme.remove();
  });
});
