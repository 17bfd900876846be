import { expect, it } from "vitest";
import { startGithubEmulator } from "#e2e/github/emulator.ts";
import { organizationWithPast } from "#e2e/github/organization-with-past.ts";
import { never, openScene } from "./emulated.fixture.ts";

const count = 120;

it("the newest revisions of 120 branches cost two queries, and no other forge is asked", async () => {
  const folder = organizationWithPast(count, "2026-11-20T12:00:00Z");
  await using scene = openScene(await startGithubEmulator({ folder }));
  const own = Array.from({ length: count }, (_, index) => ({
    host: "github.com",
    owner: "acme",
    name: `repository-${String(index).padStart(2, "0")}`,
    branch: index % 2 === 0 ? "main" : null,
  }));
  const elsewhere = { host: "git.example.org", owner: "acme", name: "repository-00", branch: null };

  const heads = new Map<string, string | undefined>();
  for await (const { request, head } of scene.provider.readBranches([...own, elsewhere], never)) {
    heads.set(`${request.host}/${request.name}`, head?.commit);
  }

  expect(heads.size).toBe(count);
  expect([...heads.values()].every((commit) => /^[0-9a-f]{40}$/.test(commit ?? ""))).toBe(true);
  expect(scene.emulator.requests.counts()).toMatchObject({ graphql: 2, rest: 0 });
});
