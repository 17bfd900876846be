/**
 * Measures how the past of an organization is rebuilt and counted, and prints each figure.
 *
 *     node lib/scan/bench-history.ts [--repositories 2000] [--teams 40] [--spans 60]
 *
 * The days are those of 18 months; the repositories are made up: each came to Nix on a day of its own and changed
 * evenly after it.
 */
import { parseArgs } from "node:util";
import { counted } from "#lib/checks/counted.ts";
import { createDailyCounts, type PastRepository } from "#lib/metrics/daily-points.ts";
import { dayAt, dayNumber } from "#lib/model/instant.ts";

const { values } = parseArgs({
  options: {
    repositories: { type: "string", default: "2000" },
    teams: { type: "string", default: "40" },
    spans: { type: "string", default: "60" },
  },
});
const from = "2025-05-20";
const to = "2026-11-20";
const days = dayNumber(to) - dayNumber(from);
const teamIds = Array.from({ length: Number(values.teams) }, (_, index) => `team-${index}`);

function repositoryAt(index: number): PastRepository {
  const spans = Number(values.spans);
  const begin = dayNumber(from) + ((index * 7) % 200);
  const step = Math.max(1, Math.floor((dayNumber(to) - begin) / spans));
  return {
    eligibleFrom: null,
    eligibleTo: null,
    teamIds: [teamIds[index % teamIds.length] ?? "", teamIds[(index * 3) % teamIds.length] ?? ""],
    spans: Array.from({ length: spans }, (_, at) => ({
      from: dayAt(begin + at * step),
      to: dayAt(begin + (at + 1) * step),
      shares: Object.fromEntries(
        counted.map(({ id }) => [id, { numerator: (index + at) % 2, denominator: 1, unknown: 0 }]),
      ),
    })),
  };
}

const repositories = Array.from({ length: Number(values.repositories) }, (_, index) => repositoryAt(index));
const start = performance.now();
let points = 0;
const counts = createDailyCounts(counted, teamIds, { from, to });
for (const repository of repositories) counts.add(repository);
for (const metric of counted) for (const _ of counts.points(metric)) points += 1;
const seconds = (performance.now() - start) / 1000;
process.stdout.write(
  `${repositories.length} repositories, ${days} days, ${counted.length} metrics, ${teamIds.length} teams: ${points} points in ${seconds.toFixed(2)} s\n`,
);
