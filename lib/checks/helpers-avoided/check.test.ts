import { describe, expect, it } from "vitest";
import { githubNode, lockText } from "#lib/facts/testing/snapshot-fixture.ts";
import { contextOf, daysAgo, judge, outcomes } from "../testing/judge.ts";
import { helpersAvoided } from "./check.ts";

function flakeOf(inputs: string): string {
  return `{ inputs = { ${inputs} }; outputs = inputs: { }; }`;
}

function outcomeOf(inputs: string, lock?: string) {
  const files = lock === undefined ? {} : { "flake.lock": lock };
  return outcomes(helpersAvoided, { "flake.nix": flakeOf(inputs), ...files })["."];
}

describe("helpers-avoided", () => {
  it.each([
    "github:numtide/flake-utils",
    "github:Hercules-CI/Flake-Parts/main",
    "https://flakehub.com/f/hercules-ci/flake-parts/0.1",
    "git+https://github.com/numtide/flake-utils.git",
    "git+ssh://git@github.com/numtide/flake-utils?ref=main",
    "https://github.com/numtide/flake-utils/archive/main.tar.gz",
  ])("fails for %s under any name", (url) => {
    expect(outcomeOf(`utils.url = "${url}";`)).toBe("fail");
  });

  it.each([
    "github:acme/flake-utils",
    "github:numtide/treefmt-nix",
    "https://example.org/numtide/flake-utils/x.tar.gz",
  ])("passes for %s", (url) => {
    expect(outcomeOf(`flake-utils.url = "${url}";`)).toBe("pass");
  });

  it("names all helpers, each with its line", () => {
    const flake = `{
      inputs.utils.url = "github:numtide/flake-utils";
      inputs.parts.url = "github:hercules-ci/flake-parts";
      outputs = inputs: { };
    }`;

    expect(judge(helpersAvoided, { "flake.nix": flake })).toEqual([
      {
        subject: ".",
        outcome: "fail",
        summary: "parts, utils only shape outputs",
        evidence: [
          { path: "flake.nix", line: 3 },
          { path: "flake.nix", line: 2 },
        ],
      },
    ]);
  });

  it("does not count a helper that comes in through another input", () => {
    const lock = lockText(
      { tool: "tool" },
      {
        tool: githubNode("acme", "tool", daysAgo(1), { "flake-utils": "flake-utils" }),
        "flake-utils": githubNode("numtide", "flake-utils", daysAgo(1)),
      },
    );

    expect(outcomeOf(`tool.url = "github:acme/tool";`, lock)).toBe("pass");
  });

  it("asks the lock where a bare name of the registry points, and is unknown without", () => {
    const flake = "{ outputs = { self, flake-utils }: { }; }";
    const lock = lockText(
      { "flake-utils": "flake-utils_2" },
      { "flake-utils_2": githubNode("numtide", "flake-utils", daysAgo(1)) },
    );

    expect(outcomes(helpersAvoided, { "flake.nix": flake, "flake.lock": lock })).toEqual({ ".": "fail" });
    expect(outcomes(helpersAvoided, { "flake.nix": flake })).toEqual({ ".": "unknown" });
  });

  it("is no pass while inputs may be unseen", () => {
    expect(outcomes(helpersAvoided, { "flake.nix": "symlink" })).toEqual({ ".": "unknown" });
    expect(outcomes(helpersAvoided, { "flake.nix": "{ inputs = " })).toEqual({ ".": "unknown" });
    expect(outcomeOf(`tool.url = "github:acme/" + "tool";`)).toBe("unknown");
  });

  it("goes by the lock where flake.nix is a link", () => {
    const nodes = { utils: githubNode("numtide", "flake-utils", daysAgo(1)) };

    expect(
      outcomes(helpersAvoided, { "flake.nix": "symlink", "flake.lock": lockText({ utils: "utils" }, nodes) }),
    ).toEqual({ ".": "fail" });
    expect(outcomes(helpersAvoided, { "flake.nix": "symlink", "flake.lock": lockText({}, {}) })).toEqual({
      ".": "pass",
    });
  });

  it("takes the list from the policy", () => {
    const context = contextOf({ "flake.nix": flakeOf(`utils.url = "github:numtide/flake-utils";`) });
    const policy = { ...context.policy, helperLibraries: [] };

    expect(helpersAvoided.evaluate({ ...context, policy })[0]?.outcome).toBe("pass");
  });

  it("does not apply without a flake", () => {
    expect(outcomes(helpersAvoided, {})).toEqual({ ".": "not-applicable" });
  });
});
