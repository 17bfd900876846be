import type { CheckCases } from "../testing/check-cases.ts";
import { brokenWorkflow, flakeOf, nixpkgsFlake, noFlake, workflowOf } from "../testing/small-files.ts";
import { flakeCheckerUsed } from "./check.ts";

export const cases: CheckCases = {
  check: flakeCheckerUsed,
  outcomes: {
    pass: [
      {
        name: "its action",
        files: { ...nixpkgsFlake, ...workflowOf("uses: DeterminateSystems/flake-checker-action@v12") },
      },
    ],
    fail: [{ name: "a flake that nothing looks at", files: nixpkgsFlake }],
    unknown: [{ name: "a workflow that cannot be read", files: { ...nixpkgsFlake, ...brokenWorkflow } }],
    "not-applicable": [{ name: "a repository without a flake", files: noFlake }],
  },
  odd: [
    {
      name: "the command, run from its own flake",
      seenIn: "the README of DeterminateSystems/flake-checker",
      files: { ...nixpkgsFlake, ...workflowOf("run: nix run github:DeterminateSystems/flake-checker -- --fail-mode") },
      gives: { ".": "pass" },
    },
    {
      name: "the flake of flake-checker itself, whose workflows only bear its name",
      seenIn: "DeterminateSystems/flake-checker, build.yaml",
      files: {
        ...flakeOf(`inputs.nixpkgs.url = "https://flakehub.com/f/NixOS/nixpkgs/0.1";`),
        ...workflowOf("name: Build flake-checker artifacts\n        run: cargo build"),
      },
      gives: { ".": "fail" },
    },
  ],
};
