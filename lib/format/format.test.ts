import { describe, expect, it } from "vitest";
import { formatAgeDays, formatPercent, formatPoints, formatRelative, formatShare } from "./format.ts";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("format", () => {
  it("writes a share as a percent and as n of N", () => {
    expect(plain(formatShare({ numerator: 48, denominator: 120, unknown: 3 }))).toBe("40 % (48 of 120)");
  });

  it("never writes a share of nothing as 0 %", () => {
    expect(formatShare({ numerator: 0, denominator: 0, unknown: 0 })).toBe("none of 0");
  });

  it("rounds neither something to nothing nor almost all to all", () => {
    expect(plain(formatPercent(0.001))).toBe("<1 %");
    expect(plain(formatPercent(0.999))).toBe(">99 %");
    expect(plain(formatPercent(0))).toBe("0 %");
    expect(plain(formatPercent(1))).toBe("100 %");
  });

  it("counts ages in days up to 90 and in months from there", () => {
    expect([1, 90, 91, 365].map((days) => plain(formatAgeDays(days)))).toEqual([
      "1 day",
      "90 days",
      "3 months",
      "12 months",
    ]);
  });

  it("tells no change from a change too small to round", () => {
    expect([0, 0.3, 1, -4.6].map((points) => plain(formatPoints(points)))).toEqual([
      "no change",
      "under 1 point",
      "+1 point",
      "−5 points",
    ]);
  });

  it("names the past and what is to come", () => {
    const now = Date.parse("2026-11-22T12:00:00Z");

    const words = ["2026-11-22T11:59:30Z", "2026-11-22T11:48:00Z", "2026-11-10T12:00:00Z", "2026-11-22T15:10:00Z"].map(
      (instant) => plain(formatRelative(instant, now)),
    );

    expect(words).toEqual(["just now", "12 minutes ago", "12 days ago", "in 3 hours"]);
  });
});
