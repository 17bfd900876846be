import { expect, it } from "vitest";
import { recordMetricPoints } from "#lib/store/metric-points.ts";

import { listTeams, recordTeams } from "#lib/store/teams.ts";
import { day, givenOrganization, teamOf } from "#lib/store/testing/fixtures.ts";
import { describeEachDatabase } from "#lib/store/testing/open-test-databases.ts";
import { readTrendsView } from "./trends.ts";
import { trendsTable } from "./trends-table.ts";

describeEachDatabase("readTrendsView of a median in days", (database) => {
  it("puts the organization and the chosen teams beside each other, and keeps a day without an age unknown", async () => {
    const db = database();
    const organization = await givenOrganization(db);
    const { id, slug } = organization;
    await recordTeams(db, id, [teamOf("web"), teamOf("ops"), teamOf("new")], day(1));
    const teamIds = new Map((await listTeams(db, id)).map((team) => [team.slug, team.id]));
    const point = (team: string | null, onDay: string, value: number | null, [known, all]: [number, number]) => ({
      scope:
        team === null
          ? ({ kind: "organization" } as const)
          : ({ kind: "team", teamId: teamIds.get(team) ?? "" } as const),
      metricId: "median-input-age",
      metricVersion: 1,
      day: onDay,
      numerator: known,
      denominator: all,
      unknown: all - known,
      value,
      origin: "observed" as const,
    });
    await recordMetricPoints(db, id, null, [
      point(null, "2026-11-01", 40.5, [8, 9]),
      point(null, "2026-11-02", 12, [9, 9]),
      point("web", "2026-11-01", 3, [4, 4]),
      point("web", "2026-11-02", null, [0, 4]),
      point("ops", "2026-11-02", 80, [5, 5]),
      point("new", "2026-11-02", null, [0, 0]),
    ]);

    const context = { database: db, actor: { kind: "local" }, asOf: day(3), scanCron: null } as const;
    const view = await readTrendsView(context, slug, {
      metricId: "median-input-age",
      teams: ["web", "nobody"],
      range: "90d",
    });

    expect(view?.metric).toMatchObject({ kind: "median", label: "Median age of inputs", theme: "freshness" });
    const course = (one: {
      team: { slug: string } | null;
      points: readonly { day: string; value: number | null }[];
    }) => [one.team?.slug ?? null, one.points.map(({ day: onDay, value }) => [onDay, value])];
    expect(view?.courses.map(course)).toEqual([
      [
        null,
        [
          ["2026-11-01", 40.5],
          ["2026-11-02", 12],
        ],
      ],
      [
        "web",
        [
          ["2026-11-01", 3],
          ["2026-11-02", null],
        ],
      ],
    ]);
    expect(view?.ofTeams.map(({ team }) => team?.slug)).toEqual(["ops", "web"]);
    const { columns, rows } = view === null ? { columns: [], rows: [] } : trendsTable(view);
    expect(columns.slice(3, 7)).toEqual(["Median in days", "Numerator", "Denominator", "Unknown"]);
    expect(rows.map((row) => row.slice(2, 7))).toEqual([
      [organization.name, 40.5, 8, 9, 1],
      [organization.name, 12, 9, 9, 0],
      ["web", 3, 4, 4, 0],
      ["web", null, 0, 4, 4],
    ]);
  });

  it("is offered to choose from beside the shares of its theme", async () => {
    const db = database();
    const { slug } = await givenOrganization(db);
    const context = { database: db, actor: { kind: "local" }, asOf: day(3), scanCron: null } as const;

    const view = await readTrendsView(context, slug, { metricId: null, teams: [], range: "90d" });

    const freshness = view?.metrics.find(({ theme }) => theme === "freshness")?.metrics ?? [];
    expect(freshness.filter(({ kind }) => kind === "median").map(({ id }) => id)).toEqual(["median-input-age"]);
    expect(freshness.filter(({ kind }) => kind === "share").length).toBeGreaterThan(1);
  });
});
