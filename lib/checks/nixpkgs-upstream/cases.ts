import type { CheckCases } from "../testing/check-cases.ts";
import { flakeOf, nixpkgsFlake, noFlake } from "../testing/small-files.ts";
import { nixpkgsUpstream } from "./check.ts";

const of = (url: string) => flakeOf(`inputs.nixpkgs.url = "${url}";`);

export const cases: CheckCases = {
  check: nixpkgsUpstream,
  outcomes: {
    pass: [{ name: "Nixpkgs itself", files: nixpkgsFlake, gives: { "./nixpkgs": "pass" } }],
    fail: [{ name: "a fork", files: of("github:acme/nixpkgs"), gives: { "./nixpkgs": "fail" } }],
    unknown: [
      {
        name: "what may be a mirror",
        files: of("git+https://git.acme.example/nixpkgs"),
        gives: { "./nixpkgs": "unknown" },
      },
    ],
    "not-applicable": [{ name: "a repository without a flake", files: noFlake }],
  },
  odd: [
    {
      name: "Nixpkgs repackaged with another name",
      seenIn: "cachix/devenv's own templates, which take cachix/devenv-nixpkgs",
      files: of("github:cachix/devenv-nixpkgs/rolling"),
      gives: { "./nixpkgs": "fail" },
    },
    {
      name: "the library of Nixpkgs alone, which is no Nixpkgs",
      seenIn: "hercules-ci/flake-parts",
      files: flakeOf(`inputs.nixpkgs-lib.url = "github:nix-community/nixpkgs.lib";`),
      gives: { ".": "not-applicable" },
    },
  ],
};
