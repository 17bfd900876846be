import { describe, expect, it } from "vitest";
import { startGithubEmulator } from "#e2e/github/emulator.ts";
import { graphqlPrimaryLimit, type PlannedFault, singleSignOn } from "#e2e/github/faults.ts";
import { never, openScene, writeAcme } from "#lib/providers/github/emulated.fixture.ts";
import type { GithubProviderOptions } from "#lib/providers/github/github-provider.ts";
import { connectionChecks } from "./connection-checks.ts";
import { tryReading } from "./try-reading.ts";

interface Situation {
  readonly faults?: readonly PlannedFault[];
  readonly options?: Partial<GithubProviderOptions>;
}

/** The lines of a connection, as far as they are well, and the first that is not. */
async function linesOf(folder: string, { faults = [], options = {} }: Situation): Promise<readonly string[]> {
  const tokenHeaders = {
    "x-oauth-scopes": "repo, read:org, delete_repo",
    "github-authentication-token-expiration": "2026-12-24 08:00:00 UTC",
  };
  const emulator = await startGithubEmulator({ folder, tokens: ["token-of-acme"], faults, tokenHeaders });
  await using scene = openScene(emulator, options);
  const lines: string[] = [];
  for (const { name, check } of connectionChecks.github) {
    const line = await check(scene.provider, never).catch((error: Error) => `NOT WELL: ${error.message}`);
    lines.push(`${name}: ${line}`.replaceAll("\u00a0", " "));
    if (line.startsWith("NOT WELL")) break;
  }
  return lines;
}

describe("the checks of a connection", () => {
  it("say what is well, line by line", async () => {
    const acme = writeAcme(3);
    const lines = await linesOf(acme.folder, {});
    acme.remove();
    expect(lines.slice(0, 4)).toEqual([
      "Organization: Acme (acme)",
      "Permissions: repo, read:org: all that is needed; more than needed: delete_repo; expires 2026-12-24 08:00 UTC",
      "Repositories: 3 repositories can be read",
      "Teams: 0 teams can be read",
    ]);
    expect(lines[4]).toMatch(/^Limits: [\d,]+ GraphQL points are left in this hour$/);
  });

  const resetAt = Date.parse("2026-11-22T10:00:00Z") / 1000;
  const teamsRefused = {
    kind: "field",
    field: "Organization.teams",
    type: "FORBIDDEN",
    message: "Not accessible",
  } as const;
  const situations: readonly (readonly [string, Situation, RegExp])[] = [
    ["a wrong token", { options: { token: "wrong" } }, /^Organization: NOT WELL: .* refused the token \(401\)/],
    ["no token", { options: { token: "" } }, /There is no token for .* Set GITHUB_TOKEN/],
    [
      "an unknown organization",
      { options: { organization: "nobody" } },
      /^Organization: NOT WELL: There is no organization nobody/,
    ],
    ["single sign-on", { faults: [{ fault: singleSignOn }] }, /choose "Configure SSO" and authorize acme/],
    [
      "a spent limit",
      { faults: [{ fault: graphqlPrimaryLimit(resetAt) }] },
      /used up; it starts anew at 2026-11-22 10:00 UTC/,
    ],
    ["a missing permission", { faults: [{ fault: teamsRefused }] }, /^Teams: NOT WELL: .*read:org/],
  ];

  it.each(situations)("say how to mend %s, and ask nothing after it", async (_name, situation, words) => {
    const acme = writeAcme(1);
    const lines = await linesOf(acme.folder, situation).catch((error: Error) => [error.message]);
    acme.remove();
    expect(lines.at(-1)).toMatch(words);
  });
});

describe("a reading on trial", () => {
  it("takes ten repositories, reads them as a scan does, and tells what fails", async () => {
    const acme = writeAcme(12);
    await using scene = openScene(await startGithubEmulator({ folder: acme.folder }));
    const { total, repositories } = await tryReading(scene.provider, "2026-11-22T00:00:00.000Z", never);
    acme.remove();
    expect(total).toBe(12);
    expect(repositories).toHaveLength(10);
    expect(repositories[0]).toMatchObject({ status: "read", fullName: "acme/repository-00", mainFlakes: 1 });
    expect(repositories.every((one) => one.status === "read" && one.failing.length > 0)).toBe(true);
  });
});
