import type { CheckCases } from "../testing/check-cases.ts";
import { flakeOf, nixpkgsFlake, noFlake } from "../testing/small-files.ts";
import { versionsBounded } from "./check.ts";

const of = (range: string) => flakeOf(`inputs.a.url = "https://flakehub.com/f/o/r/${range}";`);

export const cases: CheckCases = {
  check: versionsBounded,
  outcomes: {
    pass: [{ name: "a range with an end", files: of("0.1"), gives: { "./a": "pass" } }],
    fail: [{ name: "any version", files: of("*"), gives: { "./a": "fail" } }],
    unknown: [{ name: "a word in place of a range", files: of("latest"), gives: { "./a": "unknown" } }],
    "not-applicable": [
      { name: "a repository without a flake", files: noFlake },
      { name: "inputs that ask for no version", files: nixpkgsFlake },
    ],
  },
  odd: [
    {
      name: "a range with the ending of a file",
      seenIn: "DeterminateSystems/zero-to-nix and older pages of FlakeHub, 0.1.*.tar.gz",
      files: flakeOf(
        `inputs.a.url = "https://flakehub.com/f/NixOS/nixpkgs/0.1.*.tar.gz"; inputs.b.url = "https://flakehub.com/f/DeterminateSystems/nix-src/*.tar.gz";`,
      ),
      gives: { "./a": "pass", "./b": "fail" },
    },
    {
      name: "no range at all, which FlakeHub takes for the newest",
      seenIn: "flakes that say https://flakehub.com/f/NixOS/nixpkgs",
      files: flakeOf(`inputs.a.url = "https://flakehub.com/f/NixOS/nixpkgs";`),
      gives: { ".": "not-applicable" },
    },
  ],
};
