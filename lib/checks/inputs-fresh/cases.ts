import { githubNode, lockText } from "#lib/facts/testing/snapshot-fixture.ts";
import type { CheckCases } from "../testing/check-cases.ts";
import { daysAgo } from "../testing/judge.ts";
import { nixpkgsFlake, nixpkgsLocked, noFlake } from "../testing/small-files.ts";
import { inputsFresh } from "./check.ts";

export const cases: CheckCases = {
  check: inputsFresh,
  outcomes: {
    pass: [{ name: "a young lock", files: { ...nixpkgsFlake, ...nixpkgsLocked(30) }, gives: { "./nixpkgs": "pass" } }],
    fail: [{ name: "an old lock", files: { ...nixpkgsFlake, ...nixpkgsLocked(31) }, gives: { "./nixpkgs": "fail" } }],
    unknown: [{ name: "inputs without a lock", files: nixpkgsFlake, gives: { "./nixpkgs": "unknown" } }],
    "not-applicable": [{ name: "a repository without a flake", files: noFlake }],
  },
  odd: [
    {
      name: "a label of the lock that is the name of another input",
      seenIn: "every lock with two Nixpkgs, whose labels Nix numbers as it finds them",
      files: {
        ...nixpkgsFlake,
        "flake.lock": lockText(
          { nixpkgs: "nixpkgs_2" },
          {
            nixpkgs: githubNode("acme", "other", daysAgo(2_000)),
            nixpkgs_2: githubNode("NixOS", "nixpkgs", daysAgo(1)),
          },
        ),
      },
      gives: { "./nixpkgs": "pass" },
    },
    {
      name: "the first of January 1980, as an archive without dates has it",
      seenIn: "tarballs that were packed reproducibly",
      files: {
        ...nixpkgsFlake,
        "flake.lock": lockText({ nixpkgs: "n" }, { n: githubNode("NixOS", "nixpkgs", 315_532_800) }),
      },
      gives: { "./nixpkgs": "unknown" },
    },
  ],
};
