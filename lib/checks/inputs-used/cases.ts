import type { CheckCases } from "../testing/check-cases.ts";
import { flakeOf, noFlake } from "../testing/small-files.ts";
import { inputsUsed } from "./check.ts";

const ab = `inputs.a.url = "github:o/a"; inputs.b.url = "github:o/b";`;

export const cases: CheckCases = {
  check: inputsUsed,
  outcomes: {
    pass: [{ name: "inputs that the outputs name", files: flakeOf(ab, "{ self, a, b }: { lib = a.lib // b.lib; }") }],
    fail: [{ name: "an input that nothing names", files: flakeOf(ab, "{ self, a, b }: { lib = a.lib; }") }],
    unknown: [
      {
        name: "inputs that are all handed on",
        files: flakeOf(ab, "{ self, a, ... }@inputs: { lib = a.f { inherit inputs; }; }"),
      },
    ],
    "not-applicable": [{ name: "a repository without a flake", files: noFlake }],
  },
  odd: [
    {
      name: "a flake that only lends its inputs",
      seenIn: "development partitions of hercules-ci/flake-parts",
      files: flakeOf(ab, "_: { }"),
      gives: { ".": "unknown" },
    },
    {
      name: "flake-compat, which serves those without flakes and which no output names",
      seenIn: "NixOS/nix, and most flakes with a default.nix",
      files: flakeOf(
        `inputs.flake-compat = { url = "github:edolstra/flake-compat"; flake = false; };`,
        "{ self, ... }: { lib = { }; }",
      ),
      gives: { ".": "pass" },
    },
  ],
};
