import type { CheckCases } from "../testing/check-cases.ts";
import { flakeOf, noFlake, plainFlake } from "../testing/small-files.ts";
import { flakeDescribed } from "./check.ts";

export const cases: CheckCases = {
  check: flakeDescribed,
  outcomes: {
    pass: [{ name: "a sentence", files: flakeOf(`description = "Takes orders";`) }],
    fail: [{ name: "no description", files: plainFlake }],
    unknown: [{ name: "a flake.nix that is a link", files: { "flake.nix": "symlink" } }],
    "not-applicable": [{ name: "a repository without a flake", files: noFlake }],
  },
  odd: [
    {
      name: "a description in an indented string of several lines",
      seenIn: "flakes that say a paragraph; Nix takes any string",
      files: flakeOf("description = ''\n  A very basic\n  flake\n'';"),
      gives: { ".": "pass" },
    },
    {
      name: "the description of an input, which is not the flake's own",
      seenIn: "flakes that say why they take an input in a comment or an attribute",
      files: flakeOf(`# description = "A tool";\n`),
      gives: { ".": "fail" },
    },
  ],
};
