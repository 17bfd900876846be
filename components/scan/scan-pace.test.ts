import { describe, expect, it } from "vitest";
import type { ScanItem } from "#lib/views/shared.ts";
import { scanExtent, scanPace } from "./scan-pace.ts";

const running: ScanItem = {
  id: "1",
  state: "running",
  phase: "reading",
  trigger: "person",
  requestedBy: "local",
  isFull: false,
  requestedAt: "2026-11-22T03:00:00.000Z",
  startedAt: "2026-11-22T03:00:00.000Z",
  finishedAt: null,
  total: 600,
  eligible: 600,
  read: 100,
  unchanged: 100,
  failed: 0,
  withFlake: 0,
  requests: { graphql: 0, rest: 0, points: 0, remainingPoints: null },
  failure: null,
};
const secondsIn = (seconds: number) => Date.parse("2026-11-22T03:00:00.000Z") + seconds * 1000;
const plain = (text: string | null) => text?.replaceAll("\u00a0", " ") ?? null;

describe("scanExtent", () => {
  it("is unknown while repositories are still listed, so that no bar goes back", () => {
    expect(scanExtent({ ...running, phase: "inventory" })).toBeNull();
    expect(scanExtent({ ...running, state: "queued" })).toBeNull();
    expect(scanExtent(running)).toBe(600);
    expect(scanExtent({ ...running, state: "completed", phase: "done" })).toBe(600);
  });
});

describe("scanPace", () => {
  it("says how fast it reads and how long it will take", () => {
    expect(plain(scanPace(running, secondsIn(60)))).toBe("200 a minute, about 2 minutes left");
    expect(plain(scanPace({ ...running, read: 498 }, secondsIn(60)))).toBe("600 a minute, a few seconds left");
    expect(plain(scanPace(running, secondsIn(7200)))).toBe("2 a minute, about 4 hours left");
  });

  it("promises nothing before it can know, nor once it is over", () => {
    expect(scanPace({ ...running, read: 3, unchanged: 0 }, secondsIn(60))).toBeNull();
    expect(scanPace(running, secondsIn(1))).toBeNull();
    expect(scanPace({ ...running, phase: "inventory" }, secondsIn(60))).toBeNull();
    expect(scanPace({ ...running, state: "completed" }, secondsIn(60))).toBeNull();
  });
});
