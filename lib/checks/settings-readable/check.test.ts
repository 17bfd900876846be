import { describe, expect, it } from "vitest";
import { judge, outcomes } from "../testing/judge.ts";
import { settingsReadable } from "./check.ts";

const path = ".github/flakeboard.yml";

describe("settings-readable", () => {
  it("passes for a file that is understood", () => {
    expect(judge(settingsReadable, { [path]: "owner: payments\n" })).toEqual([
      { subject: ".", outcome: "pass", summary: `${path} is understood`, evidence: [{ path }] },
    ]);
  });

  it("names every problem of a file that is not, with its line", () => {
    const text = "owner: payments\nwaivers:\n  - check: inputs-fresh\n    reason: wait for it\n    expires: soon\n";

    expect(judge(settingsReadable, { [path]: text })).toEqual([
      {
        subject: ".",
        outcome: "fail",
        summary: `nothing of ${path} is applied: waivers.0.expires: is a day, as 2027-01-31`,
        evidence: [{ path, line: 5 }],
      },
    ]);
  });

  it("says which waivers have ended, and on which day; the last day still counts", () => {
    const waiver = (check: string, day: string) => `  - check: ${check}\n    reason: known\n    expires: ${day}\n`;
    const text = `waivers:\n${waiver("inputs-fresh", "2026-11-21")}${waiver("lock-valid", "2026-11-22")}`;

    expect(judge(settingsReadable, { [path]: text })).toEqual([
      {
        subject: ".",
        outcome: "pass",
        summary: `${path} is understood; the waiver of inputs-fresh ended on 2026-11-21`,
        evidence: [{ path }, { path, line: 2 }],
      },
    ]);
  });

  it("fails for a file that is no YAML or no text", () => {
    expect(outcomes(settingsReadable, { [path]: "- a\n- b\n" })).toEqual({ ".": "fail" });
    expect(outcomes(settingsReadable, { [path]: { isBinary: true } })).toEqual({ ".": "fail" });
  });

  it("does not apply without the file, and is unknown when it may be among the paths that are missing", () => {
    expect(outcomes(settingsReadable, {})).toEqual({ ".": "not-applicable" });
    expect(outcomes(settingsReadable, {}, false)).toEqual({ ".": "unknown" });
  });
});
