import { describe, expect, it } from "vitest";
import { effectiveCron } from "#lib/model/schedule.ts";
import { isScanDue } from "./schedule.ts";

const nightly = "17 2 * * *";

describe("isScanDue", () => {
  it("waits for the moment of the cron line, and comes due at it", () => {
    const since = "2026-11-20T02:17:00.000Z";

    expect(isScanDue(nightly, since, "2026-11-21T02:16:59.000Z")).toBe(false);
    expect(isScanDue(nightly, since, "2026-11-21T02:17:00.000Z")).toBe(true);
  });

  it("makes up a run that was missed while nothing ran, once", () => {
    const back = "2026-11-24T09:00:00.000Z";

    expect(isScanDue(nightly, "2026-11-20T02:17:03.000Z", back)).toBe(true);
    expect(isScanDue(nightly, back, "2026-11-24T09:01:00.000Z")).toBe(false);
  });

  it("never comes due for a line that has no moment", () => {
    expect(isScanDue("0 0 30 2 *", "2026-11-20T00:00:00.000Z", "2036-11-20T00:00:00.000Z")).toBe(false);
  });
});

describe("effectiveCron", () => {
  it.each([
    ["its own line before the default", { scanCron: "0 6 * * 1", isSample: false }, "0 6 * * 1"],
    ["the default where it has none", { scanCron: null, isSample: false }, nightly],
    ["never where it is switched off", { scanCron: "", isSample: false }, null],
    ["never for the sample", { scanCron: null, isSample: true }, null],
  ])("is %s", (_, organization, expected) => {
    expect(effectiveCron(organization, nightly)).toBe(expected);
  });
});
