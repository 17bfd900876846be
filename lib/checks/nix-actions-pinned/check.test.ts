import { describe, expect, it } from "vitest";
import { judge, outcomes } from "../testing/judge.ts";
import { nixActionsPinned } from "./check.ts";

const path = ".github/workflows/ci.yml";

function using(...actions: readonly string[]): Readonly<Record<string, string>> {
  return { [path]: `on: push\njobs:\n  a:\n    steps:\n${actions.map((uses) => `      - uses: ${uses}\n`).join("")}` };
}

const commit = "a".repeat(40);

describe("nix-actions-pinned", () => {
  it("fails for a branch, a tag and a short commit, and names them", () => {
    const files = using(
      "DeterminateSystems/determinate-nix-action@main",
      "cachix/cachix-action@v16",
      `cachix/install-nix-action@${commit}`,
    );

    expect(judge(nixActionsPinned, files)).toEqual([
      {
        subject: ".",
        outcome: "fail",
        summary: "determinatesystems/determinate-nix-action@main, cachix/cachix-action@v16 may change at any time",
        evidence: [
          { path, line: 5 },
          { path, line: 6 },
        ],
      },
    ]);
    expect(outcomes(nixActionsPinned, using("cachix/cachix-action@abc1234"))).toEqual({ ".": "fail" });
  });

  it("passes where all are pinned, other actions aside", () => {
    expect(outcomes(nixActionsPinned, using(`cachix/install-nix-action@${commit}`, "actions/checkout@v6"))).toEqual({
      ".": "pass",
    });
  });

  it("does not apply without such an action, and is unknown where a workflow cannot be read", () => {
    expect(outcomes(nixActionsPinned, using("actions/checkout@v6"))).toEqual({ ".": "not-applicable" });
    expect(outcomes(nixActionsPinned, {})).toEqual({ ".": "not-applicable" });
    expect(outcomes(nixActionsPinned, { [path]: "on: [" })).toEqual({ ".": "unknown" });
  });
});
