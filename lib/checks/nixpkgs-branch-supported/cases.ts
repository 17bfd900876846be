import type { CheckCases } from "../testing/check-cases.ts";
import { flakeOf, nixpkgsFlake, noFlake } from "../testing/small-files.ts";
import { nixpkgsBranchSupported } from "./check.ts";

const of = (url: string) => flakeOf(`inputs.nixpkgs.url = "${url}";`);

export const cases: CheckCases = {
  check: nixpkgsBranchSupported,
  outcomes: {
    pass: [{ name: "a rolling branch", files: nixpkgsFlake, gives: { "./nixpkgs": "pass" } }],
    fail: [
      { name: "a release that is over", files: of("github:NixOS/nixpkgs/nixos-23.11"), gives: { "./nixpkgs": "fail" } },
    ],
    unknown: [
      { name: "a fork's branch", files: of("github:acme/nixpkgs/nixos-23.11"), gives: { "./nixpkgs": "unknown" } },
    ],
    "not-applicable": [{ name: "a repository without a flake", files: noFlake }],
  },
  odd: [
    {
      name: "a release that is written as a range of FlakeHub",
      seenIn: "FlakeHub's own pages, where 0.2311 is the release 23.11",
      files: of("https://flakehub.com/f/NixOS/nixpkgs/0.2311.*.tar.gz"),
      gives: { "./nixpkgs": "fail" },
    },
    {
      name: "a pull request in place of a branch",
      seenIn: "flakes that wait for a change, github:NixOS/nixpkgs/pull/N/head",
      files: of("github:NixOS/nixpkgs/pull/357207/head"),
      gives: { "./nixpkgs": "unknown" },
    },
  ],
};
