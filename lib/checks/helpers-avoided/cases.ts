import { githubNode, lockText } from "#lib/facts/testing/snapshot-fixture.ts";
import type { CheckCases } from "../testing/check-cases.ts";
import { daysAgo } from "../testing/judge.ts";
import { flakeOf, nixpkgsFlake, noFlake } from "../testing/small-files.ts";
import { helpersAvoided } from "./check.ts";

const tool = githubNode("acme", "tool", daysAgo(1), { "flake-utils": "flake-utils" });

export const cases: CheckCases = {
  check: helpersAvoided,
  outcomes: {
    pass: [{ name: "Nixpkgs only", files: nixpkgsFlake }],
    fail: [{ name: "flake-utils", files: flakeOf(`inputs.utils.url = "github:numtide/flake-utils";`) }],
    unknown: [{ name: "a flake.nix that does not parse", files: { "flake.nix": "{ inputs = " } }],
    "not-applicable": [{ name: "a repository without a flake", files: noFlake }],
  },
  odd: [
    {
      name: "a helper that comes in through another input only",
      seenIn: "most locks: nearly every flake brings flake-utils along",
      files: {
        ...flakeOf(`inputs.tool.url = "github:acme/tool";`),
        "flake.lock": lockText(
          { tool: "tool" },
          { tool, "flake-utils": githubNode("numtide", "flake-utils", daysAgo(1)) },
        ),
      },
      gives: { ".": "pass" },
    },
    {
      name: "another owner's flake of the same name",
      seenIn: "forks that did more than flake-utils does",
      files: flakeOf(`inputs.flake-utils.url = "github:acme/flake-utils";`),
      gives: { ".": "pass" },
    },
  ],
};
