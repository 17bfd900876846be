import { describe, expect, it } from "vitest";
import { isInForce, lastWaivedDay, waiverEnd, waiverPeriod } from "./waiver.ts";

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

describe("a waiver", () => {
  const waiver = { grantedAt: "2026-11-01T00:00:00.000Z", expiresAt: "2026-12-01T00:00:00.000Z", revokedAt: null };

  it("is in force from its grant to just before its end", () => {
    expect(isInForce(waiver, "2026-10-31T23:59:59.999Z")).toBe(false);
    expect(isInForce(waiver, waiver.grantedAt)).toBe(true);
    expect(isInForce(waiver, "2026-11-30T23:59:59.999Z")).toBe(true);
    expect(isInForce(waiver, waiver.expiresAt)).toBe(false);
  });

  it("is no longer in force from when somebody ended it", () => {
    const revoked = { ...waiver, revokedAt: "2026-11-10T00:00:00.000Z" };

    expect(isInForce(revoked, "2026-11-09T23:59:59.999Z")).toBe(true);
    expect(isInForce(revoked, revoked.revokedAt)).toBe(false);
  });
});
