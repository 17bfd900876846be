import type { CheckCases } from "../testing/check-cases.ts";
import { flakeOf, nixpkgsFlake, noFlake } from "../testing/small-files.ts";
import { inputsExplicit } from "./check.ts";

export const cases: CheckCases = {
  check: inputsExplicit,
  outcomes: {
    pass: [{ name: "an input with a place", files: nixpkgsFlake, gives: { "./nixpkgs": "pass" } }],
    fail: [
      {
        name: "an input that only the arguments name",
        files: flakeOf("", "{ self, nixpkgs }: { }"),
        gives: { "./nixpkgs": "fail" },
      },
    ],
    unknown: [
      {
        name: "a reference that is computed",
        files: flakeOf(`inputs.a.url = "github:" + "o/r";`),
        gives: { "./a": "unknown" },
      },
    ],
    "not-applicable": [{ name: "a repository without a flake", files: noFlake }],
  },
  odd: [
    {
      name: "a branch of a name of the registry, which looks like a path",
      seenIn: "flakes that say `nixpkgs/nixos-unstable`, as the first tutorials of flakes did",
      files: flakeOf(`inputs.nixpkgs.url = "nixpkgs/nixos-unstable";`),
      gives: { "./nixpkgs": "fail" },
    },
    {
      name: "an input that is declared only by what it has to follow",
      seenIn: "flakes that say `inputs.nixpkgs.follows` for a framework's Nixpkgs, as divnix/std users do",
      files: flakeOf(`inputs.std.url = "github:divnix/std"; inputs.nixpkgs.follows = "std/nixpkgs";`),
      gives: { "./std": "pass" },
    },
  ],
};
