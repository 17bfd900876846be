import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type EmulatorOptions, startGithubEmulator } from "#e2e/github/emulator.ts";
import * as faults from "#e2e/github/faults.ts";
import type { Team } from "#lib/model/team.ts";
import { type Acme, never, openScene, repositoryName, writeAcme } from "./emulated.fixture.ts";

const repositories = Array.from({ length: 4 }, (_, index) => `${repositoryName(index)}: write`).join(", ");
const teamCount = 60;

let acme: Acme;
let undisturbed: readonly Team[];
beforeAll(async () => {
  const teams = Array.from({ length: teamCount }, (_, index) => {
    const parent = index === 0 ? "" : "parent: team-0, ";
    return `  team-${index}: { ${parent}repositories: { ${repositories} } }\n`;
  });
  acme = writeAcme(4, `teams:\n${teams.join("")}`);
  await using scene = await open();
  undisturbed = await scene.provider.listTeams(never);
});
afterAll(() => acme.remove());

async function open(options: Partial<EmulatorOptions> = {}) {
  return openScene(await startGithubEmulator({ folder: acme.folder, ...options }));
}

describe("listTeams", () => {
  it("reads 60 nested teams with four queries", async () => {
    await using scene = await open();

    const teams = await scene.provider.listTeams(never);

    expect(new Set(teams.map(({ slug }) => slug)).size).toBe(teamCount);
    expect(teams.filter(({ parentSlug }) => parentSlug === "team-0")).toHaveLength(teamCount - 1);
    expect(teams.every((team) => team.repositories.length === 4)).toBe(true);
    expect(scene.emulator.requests.counts()).toMatchObject({ graphql: 1 + 3, rest: 0, points: 4 });
  });

  it.each([
    ["502", faults.badGatewayHtml],
    ["resource limits without data", faults.resourceLimitsWithoutData],
  ])("asks for less on %s: fewer teams, then fewer repositories of one team, and loses nothing", async (_, fault) => {
    // One team with 50 of its repositories is 51 nodes, and that is too much here.
    const planned = { fault, when: ({ nodes }: faults.EmulatedRequest) => nodes > 3 };
    await using scene = await open({ faults: [planned] });

    const teams = await scene.provider.listTeams(never);

    expect(teams).toEqual(expect.arrayContaining([...undisturbed]));
    expect(teams).toHaveLength(teamCount);
  });

  it("asks again only for the teams that a resource limit cut off", async () => {
    const fault = { kind: "resource-limits", objects: 30 } as const;
    const isDetailed = ({ operation }: faults.EmulatedRequest) => operation === "TeamRepositories";
    await using scene = await open({ faults: [{ fault, when: isDetailed, times: 2 }] });

    const teams = await scene.provider.listTeams(never);

    expect(teams).toEqual(expect.arrayContaining([...undisturbed]));
    expect(teams).toHaveLength(teamCount);
  });

  it("throws when one team cannot be read, for ownership without it would be wrong", async () => {
    const fault = {
      kind: "field",
      field: "Team.repositories",
      of: "team-7",
      type: "FORBIDDEN",
      message: "no",
    } as const;
    await using scene = await open({ faults: [{ fault }] });

    await expect(scene.provider.listTeams(never)).rejects.toMatchObject({
      code: "forbidden",
      message: expect.stringContaining("the repositories of the team acme/team-7"),
    });
  });
});
