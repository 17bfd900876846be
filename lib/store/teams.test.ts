import { expect, it } from "vitest";
import { listTeams, recordTeams } from "./teams.ts";
import { day, givenOrganization, teamOf } from "./testing/fixtures.ts";
import { describeEachDatabase } from "./testing/open-test-databases.ts";

describeEachDatabase("recordTeams", (database) => {
  it("records teams with their parents, whatever the order, and the same list twice as once", async () => {
    const db = database();
    const { id } = await givenOrganization(db);
    const teams = [teamOf("web", { parentSlug: "platform", description: "Pages" }), teamOf("platform")];

    await recordTeams(db, id, teams, day(1));
    const first = await listTeams(db, id);
    await recordTeams(db, id, teams, day(2));

    const platform = first.find(({ slug }) => slug === "platform");
    expect(first).toEqual([
      { id: platform?.id, slug: "platform", name: "platform", description: null, parentId: null },
      { id: first[1]?.id, slug: "web", name: "web", description: "Pages", parentId: platform?.id },
    ]);
    expect(await listTeams(db, id)).toEqual(first);
  });

  it("keeps the row of a renamed team, and lets a team go and come back", async () => {
    const db = database();
    const { id } = await givenOrganization(db);
    await recordTeams(db, id, [teamOf("web"), teamOf("data")], day(1));
    const before = await listTeams(db, id);

    await recordTeams(db, id, [teamOf("site", { providerId: "id-web" })], day(2));
    expect(await listTeams(db, id)).toEqual([{ ...before[1], slug: "site", name: "site" }]);

    await recordTeams(db, id, [teamOf("web"), teamOf("data")], day(3));
    expect(await listTeams(db, id)).toEqual(before);
  });

  it("marks a missing team with the moment at which it was first missed", async () => {
    const db = database();
    const { id } = await givenOrganization(db);
    await recordTeams(db, id, [teamOf("web")], day(1));

    await recordTeams(db, id, [], day(2));
    await recordTeams(db, id, [], day(3));

    const rows = await db.client.team.findMany({ where: { organizationId: id }, select: { removedAt: true } });
    expect(rows).toEqual([{ removedAt: new Date(day(2)) }]);
  });

  it("takes a team twice in one list, its own parent, an unknown parent and NUL in a name", async () => {
    const db = database();
    const { id } = await givenOrganization(db);

    await recordTeams(
      db,
      id,
      [
        teamOf("a", { parentSlug: "a" }),
        teamOf("a", { parentSlug: "a" }),
        teamOf("b", { parentSlug: "gone", name: "x\u0000" }),
      ],
      day(1),
    );

    expect(await listTeams(db, id)).toMatchObject([
      { slug: "a", parentId: null },
      { slug: "b", name: "x\ufffd", parentId: null },
    ]);
  });

  it("keeps the teams of organizations apart", async () => {
    const db = database();
    const [one, two] = [await givenOrganization(db), await givenOrganization(db)];
    await recordTeams(db, one.id, [teamOf("web")], day(1));

    await recordTeams(db, two.id, [teamOf("web"), teamOf("sub", { parentSlug: "web" })], day(1));
    await recordTeams(db, two.id, [], day(2));

    expect(await listTeams(db, one.id)).toHaveLength(1);
    expect(await listTeams(db, two.id)).toHaveLength(0);
  });
});
