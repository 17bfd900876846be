import { describe, expect, it } from "vitest";
import { lastWaivedDay, waiverEnd, waiverPeriod } from "./waiver.ts";

describe("the last day of a waiver", () => {
  it("is the day that was chosen, to its end and no longer", () => {
    expect(waiverEnd("2026-12-31")).toBe("2027-01-01T00:00:00.000Z");
    expect(lastWaivedDay(waiverEnd("2026-12-31"))).toBe("2026-12-31");
    expect(lastWaivedDay("2026-12-31T12:00:00.000Z")).toBe("2026-12-31");
  });

  it("is today at the earliest, and a year away at the latest", () => {
    expect(waiverPeriod("2026-11-26T23:59:59.000Z")).toEqual({ firstDay: "2026-11-26", lastDay: "2027-11-26" });
  });
});
