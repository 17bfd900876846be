import { describe, expect, it } from "vitest";
import type { ScanItem } from "./shared.ts";
import { stalenessOf } from "./staleness.ts";

const finishedAt = "2026-11-23T02:20:00.000Z";

function scanOf(id: string, state: ScanItem["state"]): ScanItem {
  const counts = { total: 4, eligible: 4, read: 4, unchanged: 0, failed: 0, withFlake: 2 };
  return {
    id,
    state,
    phase: "done",
    trigger: "schedule",
    requestedBy: "the schedule",
    isFull: false,
    requestedAt: finishedAt,
    startedAt: finishedAt,
    finishedAt,
    ...counts,
    requests: { graphql: 0, rest: 0, points: 0, remainingPoints: null },
    failure: null,
  };
}

const coverage = { scan: scanOf("one", "completed"), unfinished: null, runningScanId: null };
const nightly = "17 2 * * *";
const weekly = "0 6 * * 1";
const hourly = "0 * * * *";

describe("stalenessOf", () => {
  it.each([
    ["nightly", nightly, "2026-11-25T02:00:00.000Z", null],
    ["nightly", nightly, "2026-11-25T03:00:00.000Z", "2026-11-24T02:17:00.000Z"],
    ["hourly", hourly, "2026-11-24T23:00:00.000Z", null],
    ["hourly", hourly, "2026-11-25T03:00:00.000Z", "2026-11-23T03:00:00.000Z"],
    ["weekly, due four hours after it", weekly, "2026-11-24T12:00:00.000Z", null],
    ["weekly, due four hours after it", weekly, "2026-11-25T12:00:00.000Z", "2026-11-23T06:00:00.000Z"],
    ["weekly, due six days after it", "0 6 * * 0", "2026-11-28T12:00:00.000Z", null],
    ["weekly, due six days after it", "0 6 * * 0", "2026-11-29T06:30:00.000Z", null],
    ["weekly, due six days after it", "0 6 * * 0", "2026-11-29T07:30:00.000Z", "2026-11-29T06:00:00.000Z"],
    ["only asked for", null, "2026-12-24T03:00:00.000Z", null],
  ])("of a scan on Monday night, %s (%s), is at %s due since %s", (_, cron, asOf, dueAt) => {
    expect(stalenessOf(coverage, cron, asOf)).toEqual(
      dueAt === null ? null : { kind: "overdue", dueAt, numbersFrom: finishedAt },
    );
  });

  it("is a scan that failed, at once, but not one that was stopped, nor while the next is at work", () => {
    const asOf = "2026-11-24T03:00:00.000Z";
    const failed = scanOf("two", "failed");

    expect(stalenessOf({ ...coverage, unfinished: failed }, nightly, asOf)).toEqual({
      kind: "failed",
      scan: failed,
      numbersFrom: finishedAt,
    });
    expect(stalenessOf({ ...coverage, unfinished: scanOf("two", "cancelled") }, nightly, asOf)).toBeNull();
    expect(stalenessOf({ ...coverage, unfinished: failed, runningScanId: "three" }, nightly, asOf)).toBeNull();
    expect(stalenessOf({ ...coverage, scan: null, unfinished: failed }, nightly, asOf)).toBeNull();
  });
});
