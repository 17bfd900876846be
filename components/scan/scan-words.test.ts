import { describe, expect, it } from "vitest";
import type { ScanItem } from "#lib/views/shared.ts";
import { scanDuration, scanSentence, scanTriggerWords } from "./scan-words.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

const scan: ScanItem = {
  id: "1",
  state: "partial",
  phase: "done",
  trigger: "start",
  requestedBy: "start",
  isFull: false,
  requestedAt: "2026-11-22T03:00:00.000Z",
  startedAt: "2026-11-22T03:00:00.000Z",
  finishedAt: "2026-11-22T03:02:05.000Z",
  total: 134,
  eligible: 120,
  read: 35,
  unchanged: 96,
  failed: 3,
  withFlake: 48,
  requests: { graphql: 0, rest: 0, points: 0, remainingPoints: null },
  failure: null,
};

describe("scan words", () => {
  it("counts unchanged repositories as read, and says apart what could not be", () => {
    expect(plain(scanSentence(scan))).toBe("131 of 134 repositories read; 3 could not be.");
  });

  it("has no duration before the end", () => {
    expect(plain(scanDuration(scan) ?? "")).toBe("2 min 5 s");
    expect(scanDuration({ ...scan, finishedAt: null })).toBeNull();
  });

  it("keeps a trigger that it does not know", () => {
    expect(scanTriggerWords("constructor")).toBe("constructor");
  });
});
