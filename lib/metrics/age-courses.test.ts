import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayAt, dayNumber } from "#lib/model/instant.ts";
import { AgeCourses, type AgedRepository } from "./age-courses.ts";
import { median } from "./median.ts";
import { agesOn } from "./median-age.ts";

const from = "2026-01-01";
const to = "2026-02-10";
const first = dayNumber(from);

function aged(changes: Partial<AgedRepository>): AgedRepository {
  return { locks: [], eligibleFrom: null, eligibleTo: null, teamIds: [], ...changes };
}

function mediansOf(repositories: readonly AgedRepository[], teamId: string | null = null, range = { from, to }) {
  const courses = new AgeCourses(range, ["a", "b"]);
  for (const repository of repositories) courses.add(repository);
  return courses.medians(teamId);
}

describe("AgeCourses", () => {
  it("grows by a day each day, and falls on the day of an update", () => {
    const locks = [
      { from: "2026-01-01", to: "2026-01-03", days: [first - 10] },
      { from: "2026-01-03", to: "2026-01-05", days: [first + 1] },
    ];

    expect(mediansOf([aged({ locks })], null, { from, to: "2026-01-06" })).toEqual([10, 11, 1, 2, null]);
  });

  it("is the mean of the two in the middle of an even number", () => {
    const locks = [{ from, to, days: [first - 40, first - 10, first - 7, first] }];

    expect(mediansOf([aged({ locks })], null, { from, to: "2026-01-02" })).toEqual([8.5]);
  });

  it("counts a lock that is ahead of its day as new, never as younger than that", () => {
    expect(mediansOf([aged({ locks: [{ from, to, days: [first + 1] }] })]).slice(0, 3)).toEqual([0, 0, 1]);
  });

  it("leaves a repository out before it was created and from the day on which it was archived", () => {
    const repository = aged({
      locks: [{ from: "2025-01-01", to: "2027-01-01", days: [first] }],
      eligibleFrom: "2026-01-02",
      eligibleTo: "2026-01-03",
    });

    expect(mediansOf([repository], null, { from, to: "2026-01-04" })).toEqual([null, 1, null]);
  });

  it("equals the median of all ages of each day, for the organization and each team, whatever the history", () => {
    const dayOfRange = fc.integer({ min: -10, max: 50 }).map((offset) => dayAt(first + offset));
    const locked = fc.array(fc.integer({ min: first - 400, max: first + 60 }), { maxLength: 4 });
    const locks = fc
      .tuple(fc.uniqueArray(dayOfRange, { maxLength: 6 }), fc.array(locked, { minLength: 6, maxLength: 6 }))
      .map(([days, inputs]) => {
        const sorted = days.toSorted();
        return sorted.slice(0, -1).map((day, at) => ({ from: day, to: sorted[at + 1] ?? to, days: inputs[at] ?? [] }));
      });
    const repository = fc.record({
      locks,
      eligibleFrom: fc.option(dayOfRange),
      eligibleTo: fc.option(dayOfRange),
      teamIds: fc.subarray(["a", "b"]),
    });

    fc.assert(
      fc.property(fc.array(repository, { maxLength: 6 }), (repositories) => {
        for (const teamId of [null, "a", "b"]) {
          const owned = repositories.filter(({ teamIds }) => teamId === null || teamIds.includes(teamId));
          mediansOf(repositories, teamId).forEach((middle, offset) => {
            const day = dayAt(first + offset);
            expect([day, middle]).toEqual([
              day,
              median(
                agesOn(
                  owned.flatMap((one) => lockedOn(one, day)),
                  day,
                ),
              ),
            ]);
          });
        }
      }),
      { numRuns: 60 },
    );
  });

  it("lies for the whole between the medians of teams that share nothing", () => {
    const days = fc.array(fc.integer({ min: first - 400, max: first }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(days, days, (ofA, ofB) => {
        const repositories = [
          aged({ teamIds: ["a"], locks: [{ from, to, days: ofA }] }),
          aged({ teamIds: ["b"], locks: [{ from, to, days: ofB }] }),
        ];
        const [whole, a, b] = [null, "a", "b"].map((teamId) => mediansOf(repositories, teamId)[0] ?? 0);

        expect(whole).toBeGreaterThanOrEqual(Math.min(a ?? 0, b ?? 0));
        expect(whole).toBeLessThanOrEqual(Math.max(a ?? 0, b ?? 0));
      }),
    );
  });
});

function lockedOn({ locks, eligibleFrom, eligibleTo }: AgedRepository, day: string): readonly number[] {
  if (eligibleFrom !== null && day < eligibleFrom) return [];
  if (eligibleTo !== null && day >= eligibleTo) return [];
  return locks.find((lock) => lock.from <= day && day < lock.to)?.days ?? [];
}
